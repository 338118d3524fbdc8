" What other sources say, through ALE. Source this file from your vimrc; README.md beside it says how.

if exists('g:loaded_rashomon')
  finish
endif
let g:loaded_rashomon = 1

" The server: a program on PATH, or its path.
let g:rashomon_executable = get(g:, 'rashomon_executable', 'rashomon')
" How many files of a folder are looked at for front matter, and how many lines of each.
let s:files = 200
let s:lines = 12

" Whether a file may be an article, by its name.
function! s:MayBeArticle(path) abort
  let l:name = fnamemodify(a:path, ':t:r')
  return a:path =~# '\.\(md\|txt\)$' && index(['README', 'CHANGELOG', 'LICENSE', 'CONTRIBUTING'], toupper(l:name)) < 0
endfunction

" Whether a file begins with front matter that names an outlet or a day.
function! s:HasFrontMatter(path) abort
  let l:head = readfile(a:path, '', s:lines)
  return get(l:head, 0, '') =~# '^\%(\%uFEFF\)\?---\r\?$' && match(l:head, '^\%(source\|date\):') > 0
endfunction

" The folder that a buffer's article belongs to; empty where the server has no business.
function! s:Root(buffer) abort
  let l:path = fnamemodify(bufname(a:buffer), ':p')
  if !s:MayBeArticle(l:path)
    return ''
  endif
  let l:settings = findfile('rashomon.toml', fnameescape(fnamemodify(l:path, ':h')) . ';')
  if !empty(l:settings)
    return fnamemodify(l:settings, ':p:h')
  endif
  let l:folder = fnamemodify(l:path, ':h')
  let l:files = filter(readdir(l:folder), {_, name -> s:MayBeArticle(name)})[: s:files - 1]
  call map(l:files, {_, name -> l:folder . '/' . name})
  return empty(filter(l:files, {_, file -> filereadable(file) && s:HasFrontMatter(file)})) ? '' : l:folder
endfunction

for s:filetype in ['text', 'markdown']
  call ale#linter#Define(s:filetype, {
  \   'name': 'rashomon',
  \   'lsp': 'stdio',
  \   'executable': {-> g:rashomon_executable},
  \   'command': '%e lsp',
  \   'language': s:filetype ==# 'text' ? 'plaintext' : 'markdown',
  \   'project_root': function('s:Root'),
  \})
endfor

" ALE runs nothing on plain text unless it is told to.
let g:ale_linters = get(g:, 'ale_linters', {})
let g:ale_linters.text = add(get(g:ale_linters, 'text', []), 'rashomon')
if has_key(g:ale_linters, 'markdown')
  call add(g:ale_linters.markdown, 'rashomon')
endif
