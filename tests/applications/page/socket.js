const waiting = new Map();
const listeners = new Map();
/** All that the server told by itself: { event, data } each. */
export const heard = [];

const socket = new WebSocket(`ws://${location.host}/`);
const open = new Promise((resolve) => (socket.onopen = resolve));

socket.onmessage = ({ data: text }) => {
  const { event, data, error, request, _id } = JSON.parse(text);
  if (error && waiting.has(_id)) return end(_id).reject(new Error(`${request}: ${error}`));
  if (waiting.has(_id)) return end(_id).resolve({ event, data });
  heard.push({ event, data: data ?? { error } });
  listeners.get(event)?.(data);
};

function end(id) {
  const request = waiting.get(id);
  waiting.delete(id);
  return request;
}

export async function tell(event, data = {}) {
  await open;
  socket.send(JSON.stringify({ event, data }));
}

/** Gives the answer, { event, data }, or throws what the server says is wrong. */
export async function ask(event, data = {}) {
  await open;
  const _id = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  socket.send(JSON.stringify({ event, data, _id }));
  return new Promise((resolve, reject) => waiting.set(_id, { resolve, reject }));
}

export const on = (event, listener) => listeners.set(event, listener);

/** The data of the answer, which must be the event of that name. */
export async function demand(event, name, data) {
  const answer = await ask(event, data);
  if (answer.event !== name) throw new Error(`${event} is answered by ${answer.event} instead of ${name}`);
  return answer.data;
}
