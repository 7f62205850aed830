-- Writes a record that has this revision; an empty one: that does not exist. Returns the new revision, or nothing.
-- KEYS: the record, the names of the table, the number of its changes
-- ARGV: the revision, the value, the lease in milliseconds (0: none), the name, the channel of the table's changes
local current = redis.call('GET', KEYS[1])
local revision = current and string.match(current, '^%d+') or ''
if revision ~= ARGV[1] then return false end
-- By the clock, so that an engine that was started again without its records gives no revision a second time.
local time = redis.call('TIME')
local new = string.format('%.0f', math.max(time[1] * 1000000 + time[2], (tonumber(revision) or 0) + 1))
local text = new .. '\n' .. ARGV[2]
if ARGV[3] == '0' then redis.call('SET', KEYS[1], text) else redis.call('SET', KEYS[1], text, 'PX', ARGV[3]) end
redis.call('SADD', KEYS[2], ARGV[4])
redis.call('PUBLISH', ARGV[5], redis.call('INCR', KEYS[3]) .. ' ' .. ARGV[4])
return new
