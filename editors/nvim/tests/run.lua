-- The plugin in a real Neovim, on a copy of the sample articles: nvim --headless -u NONE -l run.lua

local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
local plugin = vim.fs.dirname(here)
local editors = vim.fs.dirname(plugin)
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local test, wait, contains, equal = t.test, t.wait, t.contains, t.equal

local bin = assert(vim.env.RASHOMON_BIN, 'RASHOMON_BIN names the server')
local desk = t.desk(editors)

vim.o.swapfile = false
vim.g.rashomon = { cmd = { bin, 'lsp' } }
vim.opt.runtimepath:append(plugin)
vim.cmd.filetype('on')
vim.cmd.runtime('plugin/rashomon.lua')
vim.lsp.enable('rashomon')

local told = {}
vim.notify = function(message)
  told[#told + 1] = message
end

local function client()
  return vim.lsp.get_clients({ name = 'rashomon' })[1]
end

--- Opens an article and puts the caret onto words of it.
local function open(name, words)
  vim.cmd.edit(vim.fn.fnameescape(vim.fs.joinpath(desk, name)))
  wait('the server', function()
    return vim.lsp.get_clients({ name = 'rashomon', bufnr = 0 })[1]
  end)
  if words then
    vim.fn.cursor(1, 1)
    assert(vim.fn.search('\\V' .. words, 'cW') > 0, words)
  end
end

local function here_lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function warning()
  return wait('a warning', function()
    return vim.diagnostic.get(0, { severity = vim.diagnostic.severity.WARN })[1]
  end)
end

local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return window
    end
  end
end

test('the server starts for an article, with its folder as root', function()
  open('defence-ledger.md')
  equal(client().root_dir, desk)
  equal(client().server_info.name, 'rashomon')
end)

test('plain text is announced as plaintext', function()
  open('border-bulletin.txt')
  equal(client().get_language_id(0, vim.bo.filetype), 'plaintext')
  open('defence-ledger.md')
end)

test('README files, files elsewhere and unnamed buffers are left alone', function()
  local server = require('rashomon.server')
  equal(server.root(vim.fs.joinpath(desk, 'README.md')), nil)
  equal(server.root(''), nil)
  equal(server.root('scheme://host/a.md'), nil)
  equal(server.root(vim.fs.joinpath(plugin, 'notes.md')), nil)
  equal(server.root(vim.fs.joinpath(desk, 'new.txt')), desk)
end)

test('a conflict is a warning with the other side in its words', function()
  open('island-post.md')
  local found = warning()
  equal(found.source, 'rashomon')
  contains(found.message, '“412” in Coast Radio')
end)

test('hover floats, with the other sources', function()
  open('the-lantern.md', '11,000')
  vim.lsp.buf.hover()
  local window = wait('the float', float)
  local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  contains(text, 'Steppe Monitor')
  contains(text, '2024-10-17')
  vim.api.nvim_win_close(window, true)
end)

test('definition goes to the first mention in the article', function()
  open('the-lantern.md', 'Budanov said on Tuesday')
  vim.lsp.buf.definition()
  wait('the jump', function()
    return vim.fn.expand('<cWORD>') == 'Kyrylo'
  end)
end)

test('references fill the quickfix list, across articles', function()
  open('island-post.md', '421')
  vim.fn.setqflist({}, 'f')
  vim.lsp.buf.references()
  wait('the list', function()
    return #vim.fn.getqflist() > 1
  end)
  local files = {}
  for _, item in ipairs(vim.fn.getqflist()) do
    files[vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr))] = true
  end
  assert(files['coast-radio.md'], vim.inspect(files))
  vim.cmd.cclose()
end)

test('inlay hints tell the day behind a weekday', function()
  open('the-lantern.md')
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  wait('hints', function()
    for _, hint in ipairs(vim.lsp.inlay_hint.get({ bufnr = 0 })) do
      if hint.inlay_hint.label == '2024-10-22' then
        return true
      end
    end
  end)
end)

test('semantic tokens mark people and figures', function()
  open('the-lantern.md', '11,000')
  local kind = wait('a token', function()
    local token = vim.lsp.semantic_tokens.get_at_pos()
    return token and token[1] and token[1].type
  end)
  equal(kind, 'figure')
end)

test('lenses count the sources, and open the comparison', function()
  open('the-lantern.md')
  vim.lsp.codelens.refresh({ bufnr = 0 })
  local lens = wait('lenses', function()
    return vim.lsp.codelens.get(0)[1]
  end)
  contains(lens.command.title, 'source')
  vim.lsp.commands[lens.command.command](lens.command)
  contains(vim.api.nvim_buf_get_name(0), 'rashomon://compare/')
  vim.cmd.close()
end)

test('a code action takes the value of another source', function()
  open('island-post.md')
  local found = warning()
  vim.fn.cursor(found.lnum + 1, found.col + 1)
  local before = here_lines()
  contains(before, '421 passengers')
  vim.lsp.buf.code_action({
    filter = function(action)
      return vim.startswith(action.title, 'Use “412” (Coast Radio')
    end,
    apply = true,
  })
  wait('the edit', function()
    return here_lines():find('412 passengers', 1, true)
  end)
  vim.cmd('silent undo')
  equal(here_lines(), before)
  vim.cmd('silent write')
end)

test('rename changes a name throughout the article', function()
  open('border-bulletin.txt', 'Kyryll Budanov')
  vim.lsp.buf.rename('Kyrylo Budanov')
  wait('the new name', function()
    return here_lines():find('Kyrylo Budanov', 1, true)
  end)
  assert(not here_lines():find('Kyryll', 1, true))
  vim.cmd('silent undo')
  vim.cmd('silent! write')
end)

test('compare opens a table whose lines lead to their claims', function()
  open('island-post.md', '421')
  vim.cmd.Rashomon('compare')
  contains(here_lines(), '| Value')
  contains(here_lines(), 'Coast Radio')
  assert(vim.fn.search('Coast Radio', 'cW') > 0)
  vim.api.nvim_feedkeys(vim.keycode('<CR>'), 'xt', false)
  equal(vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'coast-radio.md')
  vim.cmd('silent! only')
end)

test('timeline opens the claims in the order of time', function()
  open('the-lantern.md')
  vim.cmd.Rashomon('timeline')
  contains(here_lines(), '2024-10-')
  vim.cmd.close()
end)

test('next and previous go round the claims on one quantity', function()
  open('island-post.md', '421')
  local function place()
    return { vim.api.nvim_buf_get_name(0), vim.fn.line('.'), vim.fn.col('.') }
  end
  local start = place()
  vim.cmd.Rashomon('next')
  assert(not vim.deep_equal(place(), start))
  vim.api.nvim_feedkeys(vim.keycode('<Plug>(rashomon-previous)'), 'xt', false)
  equal(place(), start)
end)

test('the claims picker goes to the chosen claim', function()
  open('the-lantern.md')
  local select, chosen = vim.ui.select, nil
  vim.ui.select = function(items, options, on_choice)
    chosen = items[1]
    contains(options.format_item(chosen), chosen.source)
    on_choice(chosen)
  end
  vim.cmd.Rashomon('claims')
  vim.ui.select = select
  equal(vim.uri_from_bufnr(0), chosen.uri)
  equal(vim.fn.line('.') - 1, chosen.range.start.line)
end)

test('conflicts of files that are not open are in the quickfix list', function()
  open('the-lantern.md')
  vim.cmd('silent! %bdelete! | edit ' .. vim.fn.fnameescape(vim.fs.joinpath(desk, 'the-lantern.md')))
  open('the-lantern.md')
  vim.cmd.Rashomon('conflicts')
  local list = vim.fn.getqflist()
  assert(#list > 0)
  for _, item in ipairs(list) do
    equal(item.type, 'W')
  end
  vim.cmd.cclose()
  vim.cmd('Rashomon! conflicts')
  assert(#vim.fn.getqflist() > #list)
  vim.cmd.cclose()
end)

test('a dismissed finding goes, and comes back when restored', function()
  open('island-post.md')
  local found = warning()
  vim.fn.cursor(found.lnum + 1, found.col + 1)
  local function shown()
    return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.WARN, lnum = found.lnum })
  end
  local before = shown()
  local input, select = vim.ui.input, vim.ui.select
  vim.ui.input = function(_, on_confirm)
    on_confirm('both are told')
  end
  vim.cmd.Rashomon('dismiss')
  vim.ui.input = input
  wait('it to go', function()
    return shown() == before - 1
  end)
  contains(table.concat(vim.fn.readfile(vim.fs.joinpath(desk, 'rashomon.toml')), '\n'), 'both are told')
  vim.ui.select = function(items, options, on_choice)
    contains(options.format_item(items[1]), 'both are told')
    on_choice(items[1])
  end
  vim.cmd.Rashomon('restore')
  vim.ui.select = select
  wait('it to come back', function()
    return shown() == before
  end)
end)

test('a folder that cannot be written to is named', function()
  open('island-post.md')
  local found = warning()
  vim.fn.cursor(found.lnum + 1, found.col + 1)
  local toml = vim.fs.joinpath(desk, 'rashomon.toml')
  vim.fn.delete(toml)
  vim.fn.mkdir(toml .. '.new', 'p')
  told = {}
  local input = vim.ui.input
  vim.ui.input = function(_, on_confirm)
    on_confirm('x')
  end
  vim.cmd.Rashomon('dismiss')
  vim.ui.input = input
  vim.fn.delete(toml .. '.new', 'd')
  contains(table.concat(told, '\n'), 'rashomon.toml')
end)

test('the server starts anew after restart', function()
  open('island-post.md')
  local old = client().id
  vim.cmd.Rashomon('restart')
  wait('another server', function()
    return client() and client().id ~= old
  end)
  warning()
end)

test('health tells the version and the folder', function()
  vim.cmd('silent checkhealth rashomon')
  contains(here_lines(), 'rashomon 0.')
  contains(here_lines(), 'running for ' .. desk)
  vim.cmd('silent! bdelete!')
end)

test('health tells what to do when there is no server', function()
  vim.g.rashomon = { cmd = { 'no-such-server', 'lsp' } }
  vim.cmd('silent checkhealth rashomon')
  contains(here_lines(), 'was not found')
  contains(here_lines(), 'cargo install')
  vim.cmd('silent! bdelete!')
  vim.g.rashomon = { cmd = { bin, 'lsp' } }
end)

test('commands without a server say so', function()
  open('defence-ledger.md')
  client():stop(true)
  wait('the end', function()
    return not client()
  end)
  told = {}
  vim.cmd.Rashomon('compare')
  contains(told[1], ':checkhealth rashomon')
  vim.cmd.Rashomon('nonsense')
  contains(told[2], 'no such command')
end)

test('help has a page for the plugin and for each command', function()
  local tags = vim.fn.tempname()
  vim.fn.mkdir(tags .. '/doc', 'p')
  assert(vim.uv.fs_copyfile(plugin .. '/doc/rashomon.txt', tags .. '/doc/rashomon.txt'))
  vim.cmd.helptags(tags .. '/doc')
  vim.opt.runtimepath:append(tags)
  vim.cmd('silent help rashomon')
  for _, name in ipairs(require('rashomon').SUBCOMMANDS) do
    contains(here_lines(), ':Rashomon ' .. name)
  end
end)

vim.fn.delete(desk, 'rf')
t.finish()
