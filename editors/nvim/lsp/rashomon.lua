-- What Neovim needs to run the server: `vim.lsp.enable('rashomon')` is enough.
return require('rashomon.server').config()
