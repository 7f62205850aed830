const pending = new Map();
const listeners = new Map();
/** The events of the server that are no responses: { event, data } each. */
export const received = [];

const socket = new WebSocket(`ws://${location.host}/`);
const open = new Promise((resolve) => (socket.onopen = resolve));

socket.onmessage = ({ data: text }) => {
  const { event, data, error, request, _id } = JSON.parse(text);
  if (error && pending.has(_id)) return end(_id).reject(new Error(`${request}: ${error}`));
  if (pending.has(_id)) return end(_id).resolve({ event, data });
  received.push({ event, data: data ?? { error } });
  listeners.get(event)?.(data);
};

function end(id) {
  const request = pending.get(id);
  pending.delete(id);
  return request;
}

export async function send(event, data = {}) {
  await open;
  socket.send(JSON.stringify({ event, data }));
}

/** Sends a request; returns the response, { event, data }, or throws the server's error. */
export async function request(event, data = {}) {
  await open;
  const _id = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  socket.send(JSON.stringify({ event, data, _id }));
  return new Promise((resolve, reject) => pending.set(_id, { resolve, reject }));
}

export const on = (event, listener) => listeners.set(event, listener);

/** Sends a request; returns the data of the response, which must be the event with this name. */
export async function requestEvent(event, name, data) {
  const response = await request(event, data);
  if (response.event !== name) throw new Error(`the response to ${event} is ${response.event} instead of ${name}`);
  return response.data;
}
