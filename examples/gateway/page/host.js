import { ask } from './login.js';

const EACH_MS = 2000;

/**
 * Adds what the host may do to the tile of another participant. The gateway decides whether this page may: a guest who
 * sends the same requests is refused.
 */
export function offerChoices(tile, { feed, you, streams }, source, { conference, entry, attempt }) {
  if (you || source !== 'camera') return;
  const choices = tile.querySelector('.choices') ?? addChoices(tile);
  const { mid, muted } = streams.find((stream) => stream.source === 'microphone') ?? {};
  const [mute, remove] = choices.children;
  mute.hidden = mid === undefined;
  mute.textContent = muted ? 'Unmute' : 'Mute';
  mute.onclick = () => attempt(() => conference.moderate(feed, mid, !muted));
  remove.onclick = () => attempt(() => ask('remove', { token: entry.token, feed }));
}

function addChoices(tile) {
  const choices = Object.assign(document.createElement('div'), { className: 'choices' });
  const mute = Object.assign(document.createElement('button'), { type: 'button', className: 'mute' });
  const remove = Object.assign(document.createElement('button'), { type: 'button', className: 'remove', textContent: 'Remove' });
  choices.append(mute, remove);
  tile.append(choices);
  return choices;
}

/** Shows who is in the room, as the gateway sees it. `token()` is the current one. Returns a function that ends it. */
export function watchPresence(token) {
  const panel = document.getElementById('present');
  let ended = false;
  let timer;
  const look = async () => {
    const rows = await ask('present', { token: token() }).then(({ present }) => present.map(rowOf), () => []);
    if (ended) return;
    panel.querySelector('tbody').replaceChildren(...rows);
    timer = setTimeout(look, EACH_MS);
  };
  panel.hidden = false;
  look();
  return () => {
    ended = true;
    clearTimeout(timer);
    panel.hidden = true;
  };
}

function rowOf({ name, publishing, session }) {
  const row = document.createElement('tr');
  const texts = [name, publishing ? 'flow' : 'none', String(session)];
  row.append(...texts.map((textContent) => Object.assign(document.createElement('td'), { textContent })));
  return row;
}
