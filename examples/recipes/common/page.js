// What the pages of the recipes share: requests to the server, and a few elements.
import { connect } from 'bifrons';
import { showStream } from 'bifrons/webrtc';

/** Makes a request to the recipe's server. */
export async function ask(name, data = {}) {
  const response = await fetch(`/ask/${name}`, { method: 'POST', body: JSON.stringify(data) });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Connects to Janus with the token that the server gave, and creates a session. */
export async function openSession({ url, token }) {
  const connection = await connect({ address: { url, token }, reconnect: true });
  return connection.create();
}

/** Adds a button. An error of its action is shown. */
export function addButton(text, action) {
  const button = Object.assign(document.createElement('button'), { textContent: text });
  button.onclick = () => Promise.resolve(action(button)).catch(({ message }) => showStatus(message));
  document.querySelector('nav').append(button);
  return button;
}

/** Adds a field for a text. */
export function addField(label) {
  const field = document.createElement('input');
  field.setAttribute('aria-label', label);
  field.placeholder = label;
  document.querySelector('nav').append(field);
  return field;
}

/** Adds an element that plays, with a caption. */
export function addPlayer(kind, caption, srcObject) {
  const figure = document.createElement('figure');
  const player = Object.assign(document.createElement(kind), { autoplay: true, playsInline: true });
  if (srcObject) player.srcObject = srcObject;
  figure.append(player, Object.assign(document.createElement('figcaption'), { textContent: caption }));
  document.querySelector('main').append(figure);
  return player;
}

// #region players
/** Has a player for each stream of the others, as long as it is received. */
export function showStreams(watching) {
  const players = new Map();
  watching.on('added', (stream) => {
    const player = addPlayer(stream.kind, `${stream.display}’s ${stream.source}`);
    players.set(stream.id, player);
    showStream(watching, stream, player);
  });
  watching.on('removed', ({ id }) => {
    players.get(id).parentElement.remove();
    players.delete(id);
  });
}
// #endregion players

/** Adds a line of text. */
export function addLine(text) {
  const line = Object.assign(document.createElement('li'), { textContent: text });
  document.querySelector('ol').append(line);
  return line;
}

export function showStatus(text) {
  document.querySelector('[role=status]').textContent = text;
}
