import Sip from 'bifrons/plugins/sip';
import { openMicrophone, receiveSipCalls, startSipCall } from 'bifrons/webrtc';
import { addButton, addField, addPlayer, ask, openSession, showStatus } from '/common/page.js';

const user = addField('User');
addButton('Register', async (button) => {
  button.disabled = true;
  const { account, ...janus } = await ask('enter', { user: user.value });
  const session = await openSession(janus);
  const sip = await session.attach(Sip);
  const microphone = await openMicrophone();

  sip.on(Sip.EVENT.SIP_RINGING, () => showStatus('It rings'));
  receiveSipCalls(sip, (incoming) => {
    showStatus(`${incoming.invite.username} calls`);
    const answer = addButton('Answer', async () => show(await incoming.answer([microphone])));
    const decline = addButton('Decline', () => incoming.decline());
    incoming.signal.addEventListener('abort', () => showStatus('The call has ended'));
    for (const choice of [answer, decline]) choice.addEventListener('click', () => [answer, decline].forEach((one) => one.remove()));
  });
  await sip.register(account);
  showStatus('Registered');

  const uri = addField('URI');
  addButton('Call', async () => {
    showStatus('Calling');
    show(await startSipCall(sip, { uri: uri.value }, [microphone]));
  });
});

function show(call) {
  showStatus('In a call');
  const player = addPlayer('audio', 'The other side', call.stream);
  const buttons = [
    addButton('Hold', () => call.hold({ direction: 'inactive' })),
    addButton('Resume', () => call.unhold()),
    addButton('1 2 3', async () => {
      await call.sendDtmf('123');
      showStatus('1 2 3 was sent');
    }),
    addButton('Hang up', () => call.hangup()),
  ];
  call.peer.on('state', ({ state, reason }) => {
    if (state !== 'closed') return;
    showStatus(reason ?? 'The call has ended');
    player.parentElement.remove();
    buttons.forEach((button) => button.remove());
  });
}
