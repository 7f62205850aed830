/** Throws if the call was not accepted. */
export function callResult(data) {
  if (data.result.event !== 'hangup') return data;
  const { code, reason } = data.result;
  throw Object.assign(new Error(`${code} ${reason}`), { code: 'plugin_refused', plugin: code });
}
