-- Where the server is, and for which files it is started.

local M = {}

-- Files that lie beside articles and are none.
local NO_ARTICLES = { README = true, CHANGELOG = true, LICENSE = true, CONTRIBUTING = true }
-- How many files of a folder are looked at, and how far into each, to see whether it holds articles.
local FILES, BYTES = 200, 1024

---@class rashomon.Options
---@field cmd? string[] the command that starts the server
---@field attach? 'auto'|'always'|'never' for which text and Markdown files the server is started
---@field settings? table what the server is told, as under `rashomon` in other editors

--- What the user has set in `vim.g.rashomon`.
---@return rashomon.Options
function M.options()
  return vim.g.rashomon or {}
end

--- The command that starts the server.
---@return string[]
function M.cmd()
  return M.options().cmd or { 'rashomon', 'lsp' }
end

--- Whether a file begins with front matter that names an outlet or a day, as articles have.
---@param path string
---@return boolean
local function has_front_matter(path)
  local file = io.open(path, 'rb')
  local head = file and file:read(BYTES)
  if file then
    file:close()
  end
  if not head or not (head:match('^%-%-%-\r?\n') or head:match('^\239\187\191%-%-%-\r?\n')) then
    return false
  end
  return head:match('\nsource:') ~= nil or head:match('\ndate:') ~= nil
end

---@param name string
---@return boolean
local function may_be_article(name)
  local stem, extension = name:match('^(.*)%.(%w+)$')
  return (extension == 'md' or extension == 'txt') and not NO_ARTICLES[stem:upper()]
end

--- Whether a folder holds at least one file that says that it is an article.
---@param folder string
---@return boolean
local function holds_articles(folder)
  local seen = 0
  for name, kind in vim.fs.dir(folder) do
    if kind == 'file' and may_be_article(name) then
      seen = seen + 1
      if seen > FILES then
        return false
      end
      if has_front_matter(vim.fs.joinpath(folder, name)) then
        return true
      end
    end
  end
  return false
end

--- The folder whose articles are compared with a file; nil where the server has no business with it.
---@param path string
---@return string|nil
function M.root(path)
  local attach = M.options().attach or 'auto'
  if attach == 'never' or path == '' or path:match('^%w+://') or not may_be_article(vim.fs.basename(path)) then
    return nil
  end
  local folder = vim.fs.dirname(path)
  local marked = vim.fs.root(path, 'rashomon.toml')
  if marked or attach == 'always' or holds_articles(folder) then
    return marked or folder
  end
  return nil
end

--- The configuration for `vim.lsp.config`.
---@return vim.lsp.Config
function M.config()
  return {
    cmd = M.cmd(),
    filetypes = { 'text', 'markdown' },
    get_language_id = function(_, filetype)
      return filetype == 'text' and 'plaintext' or filetype
    end,
    root_dir = function(bufnr, start)
      local root = M.root(vim.api.nvim_buf_get_name(bufnr))
      if root then
        start(root)
      end
    end,
    workspace_required = true,
    settings = { rashomon = M.options().settings or vim.empty_dict() },
    init_options = M.options().settings,
  }
end

--- The client of a buffer, or any other where the buffer has none.
---@param bufnr integer|nil
---@return vim.lsp.Client|nil
function M.client(bufnr)
  local here = bufnr and vim.lsp.get_clients({ name = 'rashomon', bufnr = bufnr })[1]
  return here or vim.lsp.get_clients({ name = 'rashomon' })[1]
end

--- Starts the server for a buffer without `vim.lsp.enable`, which Neovim 0.10 does not have.
---@param bufnr integer
function M.start(bufnr)
  local config = M.config()
  config.root_dir(bufnr, function(root)
    config.name, config.root_dir = 'rashomon', root
    vim.lsp.start(config, { bufnr = bufnr })
  end)
end

return M
