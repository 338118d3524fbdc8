-- What stands on the screen of a Neovim that runs in a terminal: nvim --headless -u NONE -l screen.lua
-- The terminal is that of another Neovim, whose buffer is the screen as text.

local here = vim.fs.dirname(vim.fs.abspath(debug.getinfo(1, 'S').source:sub(2)))
local plugin = vim.fs.dirname(here)
package.path = here .. '/?.lua;' .. package.path
local t = require('harness')
local desk = t.desk(vim.fs.dirname(plugin))

vim.o.columns, vim.o.lines = 110, 40
vim.cmd.enew()
local terminal = vim.fn.jobstart({ vim.v.progpath, '-u', vim.fs.joinpath(here, 'init.lua'), 'island-post.md' }, {
  term = true,
  cwd = desk,
  env = { TERM = 'xterm-256color', RASHOMON_PLUGIN = plugin },
})

local function screen()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

--- Waits until all of these stand on the screen.
local function shows(...)
  for _, text in ipairs({ ... }) do
    local there = pcall(t.wait, text, function()
      return screen():find(text, 1, true)
    end)
    assert(there, ('%s is not on the screen:\n%s'):format(text, screen()))
  end
end

local function keys(typed)
  vim.fn.chansend(terminal, vim.keycode(typed))
end

--- Types a command, as a reader would.
local function command(text)
  keys('<C-\\><C-n>:' .. text .. '<CR>')
end

t.test('a conflict stands behind its line', function()
  shows('421 passengers', '■ “421” he')
end)

t.test('K opens a window with the other sources', function()
  command('edit the-lantern.md')
  shows('11,000 North Korean')
  command('call search("11,000")')
  keys('K')
  shows('Steppe Monitor', '2024-10-17')
  command('only')
end)

t.test('the conflicts of the folder stand in the quickfix window', function()
  command('Rashomon conflicts')
  shows('island-post.md|', 'coast-radio.md|', '[Quickfix List]')
  command('cclose')
end)

t.test('the claims stand side by side', function()
  command('edit island-post.md')
  command('call search("421")')
  command('Rashomon compare')
  shows('| Value', 'Coast Radio', '412')
  command('close')
end)

t.test('without a caret on a claim, the reader is told so', function()
  command('edit island-post.md')
  command('call cursor(1, 1)')
  command('Rashomon next')
  shows('Rashomon: ')
end)

t.test('health is on the screen', function()
  command('checkhealth rashomon')
  shows('rashomon 0.', 'running for ')
end)

vim.fn.jobstop(terminal)
vim.fn.delete(desk, 'rf')
t.finish()
