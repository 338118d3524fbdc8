-- The commands: what the server can beyond what every editor asks for.

local server = require('rashomon.server')

local M = {}

-- How long an answer may take before the wait is given up, in milliseconds.
local PATIENCE = 20000

---@param message string
---@param level? integer
local function tell(message, level)
  vim.notify('Rashomon: ' .. message, level or vim.log.levels.INFO)
end

--- The client of the buffer; without one, the user is told what to do.
---@return vim.lsp.Client|nil
local function client()
  local found = server.client(vim.api.nvim_get_current_buf())
  if not found then
    tell('the server does not run here. `:checkhealth rashomon` tells why.', vim.log.levels.WARN)
  end
  return found
end

---@param request string
---@param params table
---@return any
local function ask(request, params)
  local asked = client()
  if not asked then
    return nil
  end
  local answer, failure = asked:request_sync(request, params, PATIENCE)
  local err = answer and answer.err and answer.err.message or failure
  if err then
    tell(err, vim.log.levels.ERROR)
    return nil
  end
  return answer.result ~= vim.NIL and answer.result or nil
end

---@param command string
---@param subject? table
---@return any
local function execute(command, subject)
  local arguments = subject and { subject } or {}
  return ask('workspace/executeCommand', { command = 'rashomon.' .. command, arguments = arguments })
end

--- What the caret stands on, as the server's commands take it.
---@return table
local function here()
  local asked = server.client(vim.api.nvim_get_current_buf())
  local params = vim.lsp.util.make_position_params(0, asked and asked.offset_encoding or 'utf-16')
  return { uri = params.textDocument.uri, position = params.position, show = false }
end

---@param location table|nil
---@return boolean
local function jump(location)
  local asked = server.client()
  if not location or not asked then
    return false
  end
  return vim.lsp.util.show_document(location, asked.offset_encoding, { focus = true })
end

--- Follows the first link of the line, in a page made by `page`.
local function follow()
  local number = vim.api.nvim_get_current_line():match('%]%[(%d+)%]')
  if not number then
    return
  end
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local address, row, column = line:match('^%[' .. number .. '%]: (.*)#L(%d+),(%d+)$')
    if address then
      vim.cmd.wincmd('p')
      local at = { line = tonumber(row) - 1, character = tonumber(column) - 1 }
      jump({ uri = address, range = { start = at, ['end'] = at } })
      return
    end
  end
end

--- Shows Markdown in a window of its own, where Enter leads to the place of a line.
---@param name string
---@param text string|nil
local function page(name, text)
  if not text then
    tell('this file is not one of the articles that the server has read.')
    return
  end
  vim.cmd('botright new')
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].buftype, vim.bo[buffer].bufhidden, vim.bo[buffer].swapfile = 'nofile', 'wipe', false
  vim.api.nvim_buf_set_name(buffer, ('rashomon://%s/%d'):format(name, buffer))
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(text), '\n'))
  vim.bo[buffer].modifiable, vim.bo[buffer].filetype = false, 'markdown'
  vim.keymap.set('n', '<CR>', follow, { buffer = buffer, desc = 'Go to this claim' })
  vim.keymap.set('n', 'q', '<Cmd>close<CR>', { buffer = buffer, desc = 'Close' })
end

--- Sets the claims of the story side by side; on a claim, those on its quantity.
---@param subject? table
function M.compare(subject)
  local at = vim.tbl_extend('force', subject or here(), { show = false })
  if client() then
    page('compare', execute('compare', at))
  end
end

--- Puts the claims in the order of time.
function M.timeline()
  if client() then
    page('timeline', execute('timeline', here()))
  end
end

--- Goes to the next claim on the quantity under the caret, or to the one before.
---@param backwards? boolean
function M.next(backwards)
  if client() then
    local found = execute('nextRelatedClaim', vim.tbl_extend('force', here(), { backwards = backwards or false }))
    if not jump(found) then
      tell('no other claim on this quantity.')
    end
  end
end

--- Goes to the claim before.
function M.previous()
  M.next(true)
end

--- Lets a finding stand, with a reason.
---@param subject? table
function M.dismiss(subject)
  local at = subject or here()
  if not client() then
    return
  end
  vim.ui.input({ prompt = 'Why may it stand? ' }, function(reason)
    if reason and execute('dismiss', vim.tbl_extend('force', at, { reason = reason })) then
      tell('dismissed, in rashomon.toml.')
    end
  end)
end

--- Takes a dismissal back.
function M.restore()
  local all = execute('dismissed')
  if not all or #all == 0 then
    return all and tell('nothing has been dismissed.')
  end
  local function label(entry)
    return ('“%s” %s: %s'):format(entry.words, entry.code, entry.reason)
  end
  vim.ui.select(all, { prompt = 'Restore', format_item = label }, function(entry)
    if entry then
      execute('restore', { index = entry.index })
    end
  end)
end

--- All claims of all stories, the worst first.
---@return table[]
local function claims()
  local all = {}
  for _, story in ipairs(execute('stories') or {}) do
    for _, topic in ipairs(story.topics) do
      for _, claim in ipairs(topic.claims) do
        claim.about, claim.worst = topic.about, topic.level
        all[#all + 1] = claim
      end
    end
  end
  return all
end

--- Picks a claim and goes there.
function M.claims()
  if not client() then
    return
  end
  local all = claims()
  if #all == 0 then
    tell('no two sources speak of the same quantity.')
    return
  end
  local function label(claim)
    local by = claim.by ~= vim.NIL and (' (' .. claim.by .. ')') or ''
    return ('%s: %s, %s%s'):format(claim.about, claim.text, claim.source, by)
  end
  vim.ui.select(all, { prompt = 'Claims', format_item = label }, jump)
end

--- Puts the findings of the whole workspace into the quickfix list, errors and warnings unless all are wanted.
---@param all? boolean
function M.conflicts(all)
  local asked = client()
  local report = asked and ask('workspace/diagnostic', { previousResultIds = {} })
  if not report then
    return
  end
  local items = {}
  for _, file in ipairs(report.items) do
    for _, finding in ipairs(file.items or {}) do
      if all or finding.severity <= vim.lsp.protocol.DiagnosticSeverity.Warning then
        local place = { uri = file.uri, range = finding.range }
        local item = vim.lsp.util.locations_to_items({ place }, asked.offset_encoding)[1]
        item.text = ('%s [%s]'):format(finding.message, finding.code)
        item.type = ({ 'E', 'W', 'I', 'N' })[finding.severity]
        items[#items + 1] = item
      end
    end
  end
  vim.fn.setqflist({}, ' ', { title = 'Rashomon', items = items })
  if #items == 0 then
    tell('no conflicts.')
  else
    vim.cmd('botright copen')
  end
end

--- Reads the workspace again.
function M.reindex()
  execute('reindex')
end

--- Stops the server and starts it again for the buffers that it served.
function M.restart()
  local old = client()
  if not old then
    return
  end
  local buffers = vim.tbl_keys(old.attached_buffers)
  old:stop()
  vim.wait(2000, function()
    return old:is_stopped()
  end, 20)
  if not old:is_stopped() then
    old:stop(true)
  end
  for _, buffer in ipairs(buffers) do
    server.start(buffer)
  end
end

--- Opens the log of the language client.
function M.log()
  vim.cmd.tabedit(vim.fn.fnameescape(vim.lsp.get_log_path()))
end

--- What `:Rashomon` takes.
M.SUBCOMMANDS = {
  'claims', 'compare', 'conflicts', 'dismiss', 'log', 'next', 'previous', 'reindex', 'restart', 'restore', 'timeline',
}

--- Carries out `:Rashomon NAME`.
---@param name string
---@param all boolean
function M.command(name, all)
  if not vim.list_contains(M.SUBCOMMANDS, name) then
    tell(('no such command: %s (there are %s).'):format(name, table.concat(M.SUBCOMMANDS, ', ')), vim.log.levels.ERROR)
  elseif name == 'conflicts' then
    M.conflicts(all)
  else
    M[name]()
  end
end

return M
