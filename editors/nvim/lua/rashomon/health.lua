-- `:checkhealth rashomon`

local server = require('rashomon.server')

local M = {}

local function check_neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    vim.health.ok('Neovim has `vim.lsp.enable`')
  elseif vim.fn.has('nvim-0.10') == 1 then
    vim.health.ok('Neovim 0.10: the plugin starts the server itself')
  else
    vim.health.error('Neovim is older than 0.10', { 'Install Neovim 0.11 or later.' })
  end
end

---@return boolean
local function check_server()
  local cmd = server.cmd()
  if vim.fn.executable(cmd[1]) == 0 then
    vim.health.error(('`%s` was not found'):format(cmd[1]), {
      'Build it with `cargo install --path .` in a checkout of Rashomon, which puts it into ~/.cargo/bin.',
      "Or name it: vim.g.rashomon = { cmd = { '/path/to/rashomon', 'lsp' } }",
    })
    return false
  end
  local answer = vim.system({ cmd[1], '--version' }, { text = true, timeout = 5000 }):wait()
  local version = vim.trim(answer.stdout or '')
  if answer.code ~= 0 or not version:match('^rashomon ') then
    vim.health.error(('`%s --version` did not answer as Rashomon does'):format(cmd[1]))
    return false
  end
  vim.health.ok(('%s at `%s`'):format(version, vim.fn.exepath(cmd[1])))
  return true
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = 'rashomon' })
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_count(client.attached_buffers)
    vim.health.ok(('running for %s, %d buffers'):format(client.root_dir or 'no folder', buffers))
  end
  if #clients == 0 then
    vim.health.info('The server does not run now. It starts with a .md or .txt file in a folder with a rashomon.toml or with an article')
    vim.health.info('that has front matter (`source:` or `date:`); everywhere with vim.g.rashomon = { attach = "always" }.')
    if vim.fn.has('nvim-0.11') == 1 and vim.lsp.is_enabled and not vim.lsp.is_enabled('rashomon') then
      vim.health.warn('It is not enabled', { "Add vim.lsp.enable('rashomon') to your init.lua." })
    end
  end
end

function M.check()
  vim.health.start('rashomon')
  check_neovim()
  if check_server() then
    check_clients()
  end
end

return M
