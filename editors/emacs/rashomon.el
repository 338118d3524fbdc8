;;; rashomon.el --- What other sources say, through eglot  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "28.1") (eglot "1.9"))

;;; Commentary:

;; Starts the server `rashomon' for .md and .txt files of a folder that has a rashomon.toml, or an article with front matter.  Load
;; it from your init file; README.md beside it says how.

;;; Code:

(require 'eglot)
(require 'project)
(require 'seq)

(defgroup rashomon nil
  "What other sources say about the figure, name or day at point."
  :group 'text)

(defcustom rashomon-program "rashomon"
  "The server: a program on `exec-path', or its path."
  :type 'string)

(defconst rashomon--files 200
  "How many files of a folder are looked at for front matter.")

(defun rashomon--article-p (file)
  "Whether FILE may be an article, by its name."
  (let ((case-fold-search t))
    (and (string-match-p "\\.\\(md\\|txt\\)\\'" file)
         (not (string-match-p "\\`\\(README\\|CHANGELOG\\|LICENSE\\|CONTRIBUTING\\)\\." (file-name-nondirectory file))))))

(defun rashomon--front-matter-p (file)
  "Whether FILE begins with front matter that names an outlet or a day."
  (with-temp-buffer
    (ignore-errors (insert-file-contents file nil 0 1024))
    (goto-char (point-min))
    (and (looking-at "\uFEFF?---\r?$")
         (re-search-forward "^\\(source\\|date\\):" nil t))))

(defun rashomon--root (directory)
  "The folder that DIRECTORY's articles belong to; nil where there are none."
  (or (locate-dominating-file directory "rashomon.toml")
      (and (file-directory-p directory)
           (seq-some #'rashomon--front-matter-p
                     (seq-take (seq-filter #'rashomon--article-p (directory-files directory t)) rashomon--files))
           directory)))

(defun rashomon--project (directory)
  "The articles of DIRECTORY as a project, for `project-find-functions'."
  (when-let ((root (and (not (file-remote-p directory)) (rashomon--root directory))))
    (cons 'transient (expand-file-name root))))

(defun rashomon-ensure ()
  "Start the server if this buffer may be an article beside others."
  (when (and buffer-file-name
             (not (file-remote-p buffer-file-name))
             (rashomon--article-p buffer-file-name)
             (rashomon--root default-directory))
    (setq-local project-find-functions (list #'rashomon--project))
    (if (executable-find rashomon-program)
        (eglot-ensure)
      (message "Rashomon: there is no program %s; build it with cargo install --path ." rashomon-program))))

;;;###autoload
(defun rashomon-compare (timeline)
  "Show who gives which value for the figure at point, or for all of the story.
With a prefix argument TIMELINE, in the order of time."
  (interactive "P")
  (let* ((at (eglot--TextDocumentPositionParams))
         (subject (list :uri (plist-get (plist-get at :textDocument) :uri)
                        :position (plist-get at :position)
                        :show :json-false))
         (command (if timeline "rashomon.timeline" "rashomon.compare"))
         (text (eglot-execute-command (eglot--current-server-or-lose) command (vector subject))))
    (with-help-window "*Rashomon*"
      (princ (or text "This is no article of the server's.")))))

(add-to-list 'eglot-server-programs
             (cons '((markdown-mode :language-id "markdown") (text-mode :language-id "plaintext"))
                   (lambda (&rest _) (list rashomon-program "lsp"))))
(add-hook 'text-mode-hook #'rashomon-ensure)

(provide 'rashomon)
;;; rashomon.el ends here
