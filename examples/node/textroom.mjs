// A chat room, and the texts of its data channel: node textroom.mjs ws://127.0.0.1:8188 [API SECRET]
import TextRoom, { TextRoomChannel } from 'bifrons/plugins/textroom';
import { answerTo, connect } from './common.mjs';

const secret = 'only this program knows';
const connection = await connect();
const handle = await (await connection.create()).attach(TextRoom);
const { room } = await handle.create({ secret, history: 10 });
const { jsep } = await handle.setup();
await handle.ack({ jsep: answerTo(jsep) });
console.log(`created room ${room}`);

// In a page: new TextRoomChannel(peerConnection.createDataChannel('JanusDataChannel')). Janus responds only on
// the channel with this label. Here this program responds to each text itself.
const channel = new TextRoomChannel({
  send(text) {
    console.log('sent', text);
    const { transaction } = JSON.parse(text);
    channel.receive(JSON.stringify({ textroom: 'success', transaction, participants: [{ username: 'bob' }] }));
  },
});
channel.on(TextRoomChannel.EVENT.TEXTROOM_MESSAGE, ({ from, text }) => console.log(`${from}: ${text}`));
const { participants } = await channel.join({ room, username: 'alice' });
console.log('participants:', participants.map(({ username }) => username).join());
await channel.message({ room, text: 'hello' });
channel.receive(JSON.stringify({ textroom: 'message', room, from: 'bob', text: 'hello, Alice' }));

await handle.destroy({ room, secret });
await connection.close();
