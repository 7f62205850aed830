import { connect } from 'bifrons';

import { pluginEvent, startFake } from './fake.mjs';

/**
 * A handle of this plugin with a scripted server: `respond(body)` returns the plugin's
 * data to each message, several in a list; an SDP stands among them as `jsep`.
 */
export async function scripted(t, plugin, respond) {
  const event = ({ jsep, ...data }, more) => ({ janus: 'event', jsep, plugindata: { plugin: plugin.id, data }, ...more });
  const fake = await startFake(({ janus, handle_id: sender, transaction, body }) => {
    if (janus !== 'message') return undefined;
    return [{ janus: 'ack' }, ...[respond(body)].flat().map((data) => event(data, { sender, transaction }))];
  });
  const connection = await connect(fake.config);
  t.after(async () => {
    await connection.close();
    await fake.stop();
  });
  const handle = await (await connection.create()).attach(plugin);
  return {
    handle,
    /** The last message that the server received. */
    request: () => fake.received('message').at(-1),
    /** Sends an event of the plugin. */
    sendEvent: ({ jsep, ...data }) => fake.send(pluginEvent(handle, data, { jsep })),
  };
}
