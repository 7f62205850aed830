const KEPT = 400;
const NAMES = { page: 'Page', server: 'Server', janus: 'Janus' };

const list = document.querySelector('#journal');
document.querySelector('#clear').onclick = () => list.replaceChildren();

/** Adds a line. Texts from Janus and other users are never inserted as HTML. */
export function write(from, text, { error = false } = {}) {
  const followed = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  const line = document.createElement('li');
  line.dataset.from = from;
  line.classList.toggle('error', error);
  line.append(cell('time', new Date().toLocaleTimeString([], { hour12: false })), cell('b', NAMES[from]), cell('span', text));
  list.append(line);
  while (list.childElementCount > KEPT) list.firstElementChild.remove();
  if (followed) list.scrollTop = list.scrollHeight;
}

function cell(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
