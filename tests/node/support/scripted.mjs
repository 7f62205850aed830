import { connect } from 'bifrons';

import { pluginEvent, startFake } from './fake.mjs';

/**
 * A handle of this plugin whose server takes its lines from a script: `answer(body)` gives the plugin's
 * data to each message, several in a list; an SDP stands among them as `jsep`.
 */
export async function scripted(t, plugin, answer) {
  const event = ({ jsep, ...data }, more) => ({ janus: 'event', jsep, plugindata: { plugin: plugin.id, data }, ...more });
  const fake = await startFake(({ janus, handle_id: sender, transaction, body }) => {
    if (janus !== 'message') return undefined;
    return [{ janus: 'ack' }, ...[answer(body)].flat().map((data) => event(data, { sender, transaction }))];
  });
  const connection = await connect(fake.config);
  t.after(async () => {
    await connection.close();
    await fake.stop();
  });
  const handle = await (await connection.create()).attach(plugin);
  return {
    handle,
    /** The last message that came. */
    asked: () => fake.asked('message').at(-1),
    /** What the plugin tells without being asked. */
    tell: ({ jsep, ...data }) => fake.send(pluginEvent(handle, data, { jsep })),
  };
}
