;;; test.el --- The settings in a real Emacs, on a copy of the sample articles  -*- lexical-binding: t -*-

;;; Commentary:

;; emacs --batch -l test.el, with the server named by RASHOMON_BIN.

;;; Code:

(require 'ert)
(require 'flymake)
(require 'xref)

(defconst test-here (file-name-directory (or load-file-name buffer-file-name)))
(defconst test-desk (file-name-as-directory (file-truename (make-temp-file "rashomon-desk-" t))))
(dolist (folder '("../../seeds" "../desk"))
  (dolist (file (directory-files (expand-file-name folder test-here) t "\\`[^.]"))
    (copy-file file test-desk t)))

;; Emacs has no Markdown mode of its own before version 31, and most who write Markdown have installed one.
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'auto-mode-alist '("\\.md\\'" . markdown-mode))
(load (expand-file-name "rashomon.el" test-here) nil t)
(setq rashomon-program (getenv "RASHOMON_BIN")
      eglot-connect-timeout 60
      eglot-events-buffer-size 0
      eglot-confirm-server-initiated-edits nil)

(defun test-wait (what get)
  "Wait until GET gives something, and return it; WHAT it is."
  (let ((end (+ (float-time) 60)) found)
    (while (not (setq found (funcall get)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    found))

(defun test-open (name &optional words)
  "Open the article NAME, and go to WORDS."
  (switch-to-buffer (find-file-noselect (expand-file-name name test-desk)))
  ;; In batch mode no command ends, which is what starts a server.
  (run-hooks 'post-command-hook)
  (test-wait "the server" #'eglot-current-server)
  (goto-char (point-min))
  (when words
    (search-forward words)
    (goto-char (match-beginning 0))))

(defun test-findings ()
  "The messages of the findings in this buffer."
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(ert-deftest attaches-to-articles ()
  (test-open "island-post.md")
  (should (equal (eglot--project-nickname (eglot-current-server))
                 (file-name-nondirectory (directory-file-name test-desk)))))

(ert-deftest leaves-other-files-alone ()
  (let ((notes (expand-file-name "notes/" test-desk)))
    (make-directory notes t)
    (write-region "Buy 12 eggs.\n" nil (expand-file-name "list.txt" notes) nil 'quiet)
    (should-not (rashomon--root notes))
    (should-not (rashomon--article-p "/a/README.md"))
    (should (rashomon--root test-desk))))

(ert-deftest shows-a-conflict-with-its-other-side ()
  (test-open "island-post.md")
  (test-wait "the conflict"
             (lambda () (seq-some (lambda (text) (string-search "“412” in Coast Radio" text)) (test-findings)))))

(ert-deftest reads-plain-text ()
  (test-open "border-bulletin.txt")
  (test-wait "the spelling"
             (lambda () (seq-some (lambda (text) (string-search "Kyryll Budanov" text)) (test-findings)))))

(ert-deftest hover-shows-the-other-sources ()
  (test-open "the-lantern.md" "11,000")
  (let (shown)
    (test-wait "the hover"
               (lambda ()
                 (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
                 (accept-process-output nil 0.3)
                 (and shown (string-search "Steppe Monitor" shown))))))

(ert-deftest definition-goes-to-the-full-name ()
  (test-open "the-lantern.md" "Budanov said on Tuesday")
  (call-interactively #'xref-find-definitions)
  (should (looking-at "Kyrylo Budanov")))

(ert-deftest compare-shows-who-says-what ()
  (test-open "island-post.md" "421")
  (test-wait "the claims"
             (lambda ()
               (rashomon-compare nil)
               (with-current-buffer "*Rashomon*" (string-search "Coast Radio" (buffer-string))))))

(let* ((stats (ert-run-tests-batch))
       (failed (ert-stats-completed-unexpected stats)))
  (delete-directory test-desk t)
  (princ (format "%d passed, %d failed\n" (ert-stats-completed-expected stats) failed))
  (kill-emacs (if (zerop failed) 0 1)))
;;; test.el ends here
