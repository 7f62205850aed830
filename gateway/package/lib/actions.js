import { Buffer } from 'node:buffer';

/**
 * What the core wants done. It calls these while it works, and must not be called meanwhile: so they are noted, and carried out
 * once the call has returned. What it shows of its memory is copied, since the next call may change it.
 */
export class Actions {
  /** @type {unknown[][]} */
  #noted = [];

  /** @param {unknown[]} action */
  #note(...action) {
    this.#noted.push(action);
  }

  /** The actions since the last time. */
  take() {
    const noted = this.#noted;
    if (noted.length > 0) this.#noted = [];
    return noted;
  }

  /** @param {number} page @param {Uint8Array} text @param {number} event */
  send(page, text, event) {
    this.#note('send', page, Buffer.from(text), event);
  }

  /** @param {number} page @param {number} status @param {Uint8Array} text */
  endPoll(page, status, text) {
    this.#note('endPoll', page, status, Buffer.from(text));
  }

  /** @param {number} page @param {number} code @param {string} reason @param {number} status */
  closePage(page, code, reason, status) {
    this.#note('closePage', page, code, reason, status);
  }

  /** @param {number} check @param {string} algorithm @param {string} jwk @param {Uint8Array} message @param {Uint8Array} signature */
  checkSignature(check, algorithm, jwk, message, signature) {
    this.#note('checkSignature', check, algorithm, jwk, Buffer.from(message), Buffer.from(signature));
  }

  /** @param {number} issuer @param {string} url */
  fetchKeys(issuer, url) {
    this.#note('fetchKeys', issuer, url);
  }

  /** @param {number} consultation @param {string} request */
  consult(consultation, request) {
    this.#note('consult', consultation, request);
  }

  /** @param {string} event @param {string | undefined} tenant @param {string} id @param {string} body @param {string} lane */
  occurred(event, tenant, id, body, lane) {
    this.#note('occurred', { event, tenant, id, body, lane });
  }

  /** @param {number} connection @param {number} address */
  openJanus(connection, address) {
    this.#note('openJanus', connection, address);
  }

  /** @param {number} connection */
  closeJanus(connection) {
    this.#note('closeJanus', connection);
  }

  /** @param {number} connection */
  probeJanus(connection) {
    this.#note('probeJanus', connection);
  }

  /** @param {number} connection @param {Uint8Array} text */
  sendJanus(connection, text) {
    this.#note('sendJanus', connection, Buffer.from(text));
  }

  /** @param {boolean} isConnected */
  connectionChanged(isConnected) {
    this.#note('connectionChanged', isConnected);
  }

  /** @param {string} why */
  janusLost(why) {
    this.#note('janusLost', why);
  }
}
