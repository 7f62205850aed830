/**
 * A plugin's requests over the Admin API's message_plugin: a handle that is attached to nothing.
 * @param {import('./connection.js').Connection} connection
 * @param {{ id: string, Handle: new (session: any, id: any) => any }} plugin
 */
export function throughAdmin(connection, { id, Handle }) {
  const handle = new Handle({ connection }, undefined);
  handle._askForMessage = async (/** @type {string} */ members, _ends, _repeatable, /** @type {any} */ options) => {
    const { body } = JSON.parse(`{${members}}`);
    // TextRoom wants a transaction here, and only here.
    const { response } = await connection.messagePlugin(id, { transaction: 'admin', ...body }, options);
    return { plugindata: { plugin: id, data: response } };
  };
  return handle;
}
