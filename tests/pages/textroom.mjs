// TextRoom over a peer: Janus offers, and the data channel has the label on which it responds.
import assert from 'node:assert/strict';

export async function textroom(stage, passed) {
  const tab = await stage.openPage();
  const [text, errors] = await tab.run(async ({ url, apisecret }) => {
    const { attachTextRoom, createChannel, handleSignalling, Peer, TextRoomChannel } = window.app;
    const handle = await attachTextRoom(url, apisecret);
    const peer = new Peer(handleSignalling(handle, { offer: () => handle.setup(), send: (jsep) => handle.ack({ jsep }), restart: () => handle.restart() }));
    const errors = [];
    peer.on('error', (error) => errors.push(String(error)));
    const channel = new TextRoomChannel(createChannel(peer));
    await peer.negotiate();
    const room = 99;
    await channel.create({ room });
    await channel.join({ room, username: 'anna' });
    const received = new Promise((resolve) => channel.on(TextRoomChannel.EVENT.TEXTROOM_MESSAGE, resolve));
    await channel.message({ room, text: 'hello' });
    const { text } = await received;
    peer.close();
    return [text, errors];
  }, stage.janus);
  assert.deepEqual([text, errors], ['hello', []]);
  passed('a room of TextRoom is joined over a data channel, and its messages arrive');
  await tab.close();
}
