-- What a reader has in his init.lua, as the README tells him to.

vim.opt.runtimepath:append(vim.env.RASHOMON_PLUGIN)
vim.g.rashomon = { cmd = { vim.env.RASHOMON_BIN, 'lsp' } }
vim.lsp.enable('rashomon')
vim.diagnostic.config({ virtual_text = true })
vim.o.swapfile = false
vim.o.linebreak = true
