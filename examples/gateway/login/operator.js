const WITHIN_MS = 5000;

/** The gateway's admin endpoint. */
export class Operator {
  #gateway;

  constructor(gateway) {
    this.#gateway = gateway;
  }

  /** The users in the room, { subject, id, publishing } each. */
  async present() {
    const { issuer, room } = this.#gateway;
    const { rooms } = await this.#request('GET', '/rooms');
    return rooms.find((one) => one.tenant === issuer && one.room === room)?.users ?? [];
  }

  /** Removes a user from the room, who can't return with the token that it has. */
  async ban(subject) {
    const { issuer: tenant, room } = this.#gateway;
    await this.#request('POST', '/ban', { tenant, subject, room });
  }

  async #request(method, path, body) {
    const { admin, adminSecret } = this.#gateway;
    const response = await fetch(new URL(path, admin), {
      method,
      headers: { Authorization: `Bearer ${adminSecret}`, ...(body && { 'Content-Type': 'application/json' }) },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (!response.ok) throw new Error(`${method} ${path}: the gateway responds with ${response.status}`);
    return response.status === 204 ? undefined : response.json();
  }
}
