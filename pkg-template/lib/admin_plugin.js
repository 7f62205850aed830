/**
 * A plugin's requests over the Admin API's message_plugin: a handle that is attached to nothing.
 * @param {import('./admin_connection.js').AdminConnection} connection
 * @param {{ id: string, Handle: new (session: any, id: any) => any }} plugin
 */
export function adminPluginProxy(connection, { id, Handle }) {
  const handle = new Handle({ connection }, undefined);
  /** @type {import('./handle.js').Handle['_requestMessage']} */
  handle._requestMessage = async (members, _ends, _repeatable, options) => {
    const { body } = JSON.parse(`{${members}}`);
    // TextRoom needs a transaction in messages over the Admin API.
    const { response } = await connection.messagePlugin(id, { transaction: 'admin', ...body }, options);
    return { plugindata: { plugin: id, data: response } };
  };
  return handle;
}
