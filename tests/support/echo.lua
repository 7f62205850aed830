-- The script of the Lua plugin in the tests: each body is returned, at once or, with "later" in it or
-- an SDP, as an event. With "push" in it another event follows, without a transaction.
local waiting = {}

local function response(body)
  return '{"script":"lua","received":' .. body .. '}'
end

function init() end
function destroy() end
function createSession() end
function destroySession() end
function setupMedia() end
function hangupMedia() end

function querySession()
  return '{"script":"lua"}'
end

function handleMessage(id, transaction, body, jsep)
  if body:find('"refuse"') then return -1, 'the script refuses' end
  if not jsep and not body:find('"later"') then return 0, response(body) end
  waiting[#waiting + 1] = { id = id, transaction = transaction, body = body, jsep = jsep }
  pokeScheduler()
  return 1, nil
end

function resumeScheduler()
  for _, one in ipairs(waiting) do
    local jsep = one.jsep and one.jsep:gsub('"offer"', '"answer"')
    pushEvent(one.id, one.transaction, response(one.body), jsep)
    if one.body:find('"push"') then pushEvent(one.id, nil, '{"script":"lua","pushed":true}', nil) end
  end
  waiting = {}
end
