" ALE and the settings file in a real Vim, on a copy of the sample articles: vim -N -u NONE -es -S test.vim
" RASHOMON_BIN names the server, ALE the folder of ALE.

set nocompatible noswapfile hidden
filetype plugin on
let s:here = expand('<sfile>:p:h')
let s:patience = 60000
let s:passed = 0
let s:failed = 0

function! s:Say(line) abort
  call writefile([a:line], '/dev/stdout', 'a')
endfunction

" Waits until an expression holds.
function! s:Wait(what, Holds) abort
  let l:end = reltime()
  while !a:Holds()
    if reltimefloat(reltime(l:end)) * 1000 > s:patience
      throw 'waited in vain for ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function! s:Test(name, Run) abort
  try
    call a:Run()
    let s:passed += 1
    call s:Say('ok ' . a:name)
  catch
    let s:failed += 1
    call s:Say('FAILED ' . a:name . ': ' . v:exception . ' at ' . v:throwpoint)
  endtry
endfunction

let s:desk = tempname()
call mkdir(s:desk, 'p')
for s:file in glob(s:here . '/../../seeds/*', 0, 1) + glob(s:here . '/../desk/*', 0, 1)
  call writefile(readfile(s:file, 'b'), s:desk . '/' . fnamemodify(s:file, ':t'), 'b')
endfor

let g:rashomon_executable = $RASHOMON_BIN
let g:ale_hover_to_preview = 1
exec 'set runtimepath^=' . fnameescape($ALE)
runtime plugin/ale.vim
exec 'source ' . fnameescape(s:here . '/rashomon.vim')

function! s:Open(name, words) abort
  exec 'edit! ' . fnameescape(s:desk . '/' . a:name)
  call cursor(1, 1)
  if search('\V' . a:words, 'cW') == 0
    throw 'no ' . a:words
  endif
endfunction

function! s:Found() abort
  return map(copy(ale#engine#GetLoclist(bufnr(''))), 'v:val.text')
endfunction

function! s:Conflict() abort
  call s:Open('island-post.md', '421')
  call s:Wait('the conflict', {-> match(s:Found(), '“412” in Coast Radio') >= 0})
endfunction

function! s:PlainText() abort
  call s:Open('border-bulletin.txt', 'Kyryll')
  call s:Wait('the spelling', {-> match(s:Found(), 'Kyryll Budanov') >= 0})
endfunction

function! s:Hover() abort
  call s:Open('the-lantern.md', '11,000')
  ALEHover
  call s:Wait('the preview', {-> match(getbufline('ALEPreviewWindow', 1, '$'), 'Steppe Monitor') >= 0})
  pclose
endfunction

function! s:Definition() abort
  call s:Open('the-lantern.md', 'Budanov said on Tuesday')
  ALEGoToDefinition
  call s:Wait('the jump', {-> getline('.') =~# 'Kyrylo Budanov'})
endfunction

function! s:Silent() abort
  call mkdir(s:desk . '/notes')
  call writefile(['# Notes', '', 'Buy 12 eggs.'], s:desk . '/notes/list.md')
  call s:Open('notes/list.md', 'eggs')
  if !empty(ale#linter#Get('markdown')->filter({_, l -> l.name ==# 'rashomon' && !empty(l.project_root(bufnr('')))}))
    throw 'the server is wanted for notes'
  endif
endfunction

call s:Test('a conflict is shown with its other side', function('s:Conflict'))
call s:Test('plain text is read too', function('s:PlainText'))
call s:Test('hover shows the other sources', function('s:Hover'))
call s:Test('definition goes to the full name', function('s:Definition'))
call s:Test('no server for notes that are no articles', function('s:Silent'))

call delete(s:desk, 'rf')
call s:Say(s:passed . ' passed, ' . s:failed . ' failed')
if s:failed
  cquit
endif
qall!
