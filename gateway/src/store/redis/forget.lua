-- Removes the names of records whose lease is over.
-- KEYS: the names of the table, the records
-- ARGV: the names of these records
for index, name in ipairs(ARGV) do
  if redis.call('EXISTS', KEYS[index + 1]) == 0 then redis.call('SREM', KEYS[1], name) end
end
