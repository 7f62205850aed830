// Objects that values.rs makes.

export const failure = (code, fault, message, janus, plugin, request, session, handle, transaction, elapsed_ms, sent, retryable, cause) => ({
  code, fault, message, janus, plugin, request, session, handle, transaction, elapsed_ms, sent, retryable, cause,
});

export const statistics = (names, values) => Object.fromEntries(names.map((name, index) => [name, values[index]]));
