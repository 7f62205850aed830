-- Deletes a record that has this revision. Returns whether it had it.
-- KEYS: the record, the names of the table, the number of its changes
-- ARGV: the revision, the name, the channel of the table's changes
local current = redis.call('GET', KEYS[1])
if not current or string.match(current, '^%d+') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('SREM', KEYS[2], ARGV[2])
redis.call('PUBLISH', ARGV[3], redis.call('INCR', KEYS[3]) .. ' ' .. ARGV[2])
return 1
