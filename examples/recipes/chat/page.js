import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom';
import { Peer, createChannel, handleSignalling } from 'bifrons/webrtc';
import { addButton, addField, addLine, ask, openSession, showStatus } from '/common/page.js';

const { EVENT } = TextRoomChannel;

const name = addField('Name');
addButton('Join', async (button) => {
  button.disabled = true;
  const { room, username, ...janus } = await ask('enter');
  const session = await openSession(janus);
  const handle = await session.attach(TextRoom);

  // Janus makes the offer.
  const peer = new Peer(handleSignalling(handle, { offer: () => handle.setup(), send: (jsep) => handle.ack({ jsep }) }));
  const channel = new TextRoomChannel(createChannel(peer));
  const names = new Map();
  const nameOf = (id) => names.get(id) ?? 'someone';
  channel.on(EVENT.TEXTROOM_JOIN, ({ username: id, display }) => {
    names.set(id, display);
    if (id !== username) showStatus(`${display} is here`);
  });
  channel.on(EVENT.TEXTROOM_LEAVE, ({ username: id }) => showStatus(`${nameOf(id)} left`));
  channel.on(EVENT.TEXTROOM_MESSAGE, ({ from, display, text }) => addLine(`${display ?? nameOf(from)}: ${text}`));
  await peer.negotiate();

  const { participants } = await channel.join({ room, username, display: name.value });
  for (const { username: id, display } of participants) names.set(id, display);
  showStatus(`Here with you: ${participants.map(({ display }) => display).join(', ') || 'no one'}`);

  const text = addField('Message');
  addButton('Send', async () => {
    await channel.message({ room, text: text.value });
    text.value = '';
  });
});
