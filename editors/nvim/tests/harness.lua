-- Runs tests one after another and counts them. A test fails by an error.

local M = { passed = 0, failed = 0 }

--- How long anything may take, in milliseconds.
M.PATIENCE = 60000

--- A fresh folder with the sample articles.
---@param editors string the folder `editors` of the checkout
---@return string
function M.desk(editors)
  local desk = vim.fn.tempname()
  vim.fn.mkdir(desk, 'p')
  desk = assert(vim.uv.fs_realpath(desk))
  for _, folder in ipairs({ vim.fs.joinpath(vim.fs.dirname(editors), 'seeds'), vim.fs.joinpath(editors, 'desk') }) do
    for name in vim.fs.dir(folder) do
      assert(vim.uv.fs_copyfile(vim.fs.joinpath(folder, name), vim.fs.joinpath(desk, name)))
    end
  end
  return desk
end

--- Waits until something is there, and returns it.
---@generic T
---@param what string
---@param get fun(): T?
---@return T
function M.wait(what, get)
  local found
  local there = vim.wait(M.PATIENCE, function()
    found = get()
    return found ~= nil and found ~= false
  end, 20)
  assert(there, 'waited in vain for ' .. what)
  return found
end

---@param text any
---@param wanted string
function M.contains(text, wanted)
  assert(type(text) == 'string' and text:find(wanted, 1, true), ('%s not in %s'):format(wanted, vim.inspect(text)))
end

---@param got any
---@param wanted any
function M.equal(got, wanted)
  assert(vim.deep_equal(got, wanted), ('%s is not %s'):format(vim.inspect(got), vim.inspect(wanted)))
end

---@param name string
---@param run fun()
function M.test(name, run)
  local ok, failure = xpcall(run, debug.traceback)
  M[ok and 'passed' or 'failed'] = M[ok and 'passed' or 'failed'] + 1
  io.write(('%s %s\n'):format(ok and 'ok' or 'FAILED', name))
  if not ok then
    io.write(failure, '\n')
  end
end

--- Prints the count; the exit code tells whether all is well.
function M.finish()
  io.write(('%d passed, %d failed\n'):format(M.passed, M.failed))
  os.exit(M.failed == 0 and 0 or 1)
end

return M
