-- Commands, maps and colours. Nothing of the plugin is loaded before it is used.

if vim.g.loaded_rashomon then
  return
end
vim.g.loaded_rashomon = true

vim.api.nvim_create_user_command('Rashomon', function(call)
  require('rashomon').command(call.args, call.bang)
end, {
  nargs = 1,
  bang = true,
  desc = 'What other sources say: compare, timeline, conflicts and more',
  complete = function(typed)
    return vim.tbl_filter(function(name)
      return vim.startswith(name, typed)
    end, require('rashomon').SUBCOMMANDS)
  end,
})

for _, name in ipairs({ 'claims', 'compare', 'conflicts', 'dismiss', 'next', 'previous', 'timeline' }) do
  vim.keymap.set('n', ('<Plug>(rashomon-%s)'):format(name), function()
    require('rashomon').command(name, false)
  end, { desc = 'Rashomon: ' .. name })
end

-- Lenses and quick fixes name the server's commands; here they open in windows and ask for reasons.
vim.lsp.commands['rashomon.compare'] = function(command)
  require('rashomon').compare(command.arguments[1])
end
vim.lsp.commands['rashomon.dismiss'] = function(command)
  require('rashomon').dismiss(command.arguments[1])
end

-- Colours of what the server marks, where the colour scheme says nothing of them.
for group, link in pairs({
  ['@lsp.type.person'] = 'Identifier',
  ['@lsp.type.organisation'] = 'Type',
  ['@lsp.type.place'] = 'Directory',
  ['@lsp.type.figure'] = 'Number',
  ['@lsp.type.date'] = 'Constant',
  ['@lsp.type.quote'] = 'String',
  ['@lsp.mod.conflicting'] = 'DiagnosticUnderlineWarn',
}) do
  vim.api.nvim_set_hl(0, group, { link = link, default = true })
end

-- Neovim 0.10 has no `vim.lsp.enable`.
if vim.fn.has('nvim-0.11') == 0 then
  vim.api.nvim_create_autocmd('FileType', {
    pattern = { 'text', 'markdown' },
    group = vim.api.nvim_create_augroup('rashomon', {}),
    callback = function(event)
      require('rashomon.server').start(event.buf)
    end,
  })
end
