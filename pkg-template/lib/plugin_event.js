/** @typedef {{ event: string | null, data: any }} PluginEvent */

const pluginEvent = Symbol('plugin event');

/**
 * Begins the event of a message, which `pluginEventOf` returns later.
 * @param {any} message
 * @returns {PluginEvent}
 */
export function newPluginEvent(message) {
  const event = /** @type {PluginEvent} */ ({ event: null, data: {} });
  if (message.jsep) {
    event.data.jsep = message.jsep;
    if (typeof message.jsep.e2ee === 'boolean') event.data.e2ee = message.jsep.e2ee;
  }
  Object.defineProperty(message, pluginEvent, { value: event, configurable: true });
  return event;
}

/**
 * Returns the event of a message, or an empty object.
 * @param {any} message
 * @returns {Partial<PluginEvent>}
 */
export function pluginEventOf(message) {
  return message?.[pluginEvent] ?? {};
}
