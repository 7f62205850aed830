import { EventEmitter } from 'node:events';

import {
  invalid, mustBeBan, mustBeChange, mustBeEnd, mustBeRecorded, mustBeRegistry, mustBeRequest, mustBeServer, mustBeSession, mustBeTenant, mustBeUser, textOfJson,
} from './arguments.js';
import { Given } from './configuration.js';
import { Driver } from './driver.js';
import { textOf } from './errors.js';
import { express, fastify, hono, respondTo } from './frameworks.js';
import { JanusSocket } from './janus_socket.js';
import { fetchKeys } from './keys.js';
import { listen } from './listen.js';
import { loggerOf } from './logger.js';
import { register, text } from './metrics.js';
import { attach, handle } from './node_http.js';
import { mustBeOptions, mustBeReloadable } from './options.js';
import { Pages } from './pages.js';
import { decide } from './policy.js';
import { Progress } from './progress.js';
import { SOCKET_PATHS } from './routes.js';
import { isSigned } from './signatures.js';
import { Webhooks } from './webhooks.js';

/** How long the policy may take by default, in seconds. */
const VERDICT_WITHIN = 1;

/** How long pages and connections to Janus may take to close, and then webhooks to take what waits. */
const CLOSE_LIMIT_MS = 6000;
const FLUSH_LIMIT_MS = 2000;

/** How often the end of sessions is looked for. */
const LOOK_INTERVAL_MS = 100;

/** After this time without a connection to Janus, the log names what to check. */
const CONNECT_MS = 5000;

/**
 * What the core says of the settings; times in milliseconds.
 * @typedef {object} Settings
 * @property {{ urls: string[], shown: string[], ca: string | null }} janus
 * @property {number} issuers
 * @property {boolean} has_admin
 * @property {{ host: string, port: number, tls: { certificates: string, key: string } | null, is_for_all_origins: boolean, handshake_timeout: number,
 *   header_timeout: number, body_timeout: number, write_timeout: number, ping_interval: number, pong_timeout: number }} listen
 * @property {number} message_bytes
 * @property {number} queue_bytes
 * @property {number} write_within
 * @property {number} drain
 * @property {import('./webhooks.js').Webhook[]} webhooks
 */

/**
 * What the parts of a gateway share.
 * @typedef {object} Inside
 * @property {Driver} driver
 * @property {Pages} pages
 * @property {Webhooks} webhooks
 * @property {Settings} settings
 * @property {import('./logger.js').Logger} log
 * @property {boolean} isConnected
 * @property {boolean} isDraining
 * @property {boolean} isBroken
 */

/**
 * Makes a gateway, and connects it to Janus.
 * @param {Record<string, any>} options
 */
export const createGateway = (options) => new Gateway(options);

/** A gateway before Janus. */
export class Gateway extends EventEmitter {
  /** @type {Driver} */
  #driver;
  /** @type {Inside} */
  #inside;
  #progress = new Progress();
  #given;
  #policy;
  #verdictWithin;
  /** @type {Map<number, JanusSocket>} */
  #janus = new Map();
  /** @type {import('node:http').Server[]} */
  #servers = [];
  /** @type {Promise<void> | undefined} */
  #closed;
  #reminder;
  #reportsUnreachable = true;

  /** @param {Record<string, any>} options */
  constructor(options) {
    super();
    mustBeOptions(options);
    const { policy, verdict_within: verdictWithin = VERDICT_WITHIN, logger, ...settings } = options;
    this.#policy = policy;
    this.#verdictWithin = verdictWithin;
    this.#given = new Given(settings, policy, verdictWithin);
    const log = loggerOf(logger);
    this.#driver = new Driver(this.#given, this.#handlers(), (error) => this.#onTrap(error));
    const known = /** @type {Settings} */ (JSON.parse(this.#driver.look('settings')));
    const pages = new Pages(this.#driver, log, known, () => this.#progress.note());
    this.#inside = {
      driver: this.#driver, pages, webhooks: new Webhooks(log), settings: known, log, isConnected: false, isDraining: false, isBroken: false,
    };
    this.#inside.webhooks.set(known.webhooks);
    if (known.issuers === 0) log.warn('there is no issuer: no token is accepted, and each request is refused');
    if (known.has_admin) log.warn('[admin] has no effect: serve the methods of the gateway to your operators');
    this.#reminder = this.#remind();
    this.#driver.start();
    /** Responds to requests of `node:http`. */
    this.handler = (/** @type {any} */ request, /** @type {any} */ response) => void handle(this.#inside, request, response);
    /** The plugin for Fastify. */
    this.fastify = fastify(this.#inside);
  }

  #handlers() {
    return {
      send: (/** @type {number} */ page, /** @type {Uint8Array} */ message, /** @type {number} */ event) => this.#inside.pages.get(page)?.send(message, event),
      endPoll: (/** @type {number} */ page, /** @type {number} */ status, /** @type {Uint8Array} */ message) => this.#inside.pages.get(page)?.endPoll?.(status, message),
      closePage: (/** @type {number} */ page, /** @type {number} */ code, /** @type {string} */ reason, /** @type {number} */ status) => {
        this.#inside.log.debug(`the gateway closes a page: ${reason}`);
        this.#inside.pages.get(page)?.close(code, reason, status);
      },
      checkSignature: (/** @type {number} */ check, /** @type {string} */ algorithm, /** @type {string} */ jwk, /** @type {Uint8Array} */ message, /** @type {Uint8Array} */ signature) => {
        void isSigned(algorithm, jwk, message, signature).then((isValid) => this.#report('signatureChecked', check, isValid));
      },
      fetchKeys: (/** @type {number} */ issuer, /** @type {string} */ url) => {
        fetchKeys(url).then((keys) => this.#report('keysFetched', issuer, keys), (error) => {
          this.#inside.log.warn(`the keys of an issuer can't be fetched from ${url}: ${textOf(error)}`);
          this.#report('keysFetched', issuer, undefined);
        });
      },
      consult: (/** @type {number} */ consultation, /** @type {string} */ request) => {
        void decide(this.#policy, request, this.#inside.log).then((decision) => this.#report('consulted', consultation, ...decision));
      },
      occurred: (/** @type {import('./webhooks.js').Report} */ report) => {
        this.#inside.webhooks.send(report);
        if (this.listenerCount('report') > 0) this.#emitLater('report', JSON.parse(report.body));
      },
      openJanus: (/** @type {number} */ connection, /** @type {number} */ address) => {
        const { urls, ca } = this.#inside.settings.janus;
        const url = /** @type {string} */ (urls[address]);
        this.#janus.set(connection, new JanusSocket(this.#driver, connection, { url, ca }, (why) => {
          this.#janus.delete(connection);
          if (why !== undefined) this.#reportUnreachable(address, why);
        }));
      },
      closeJanus: (/** @type {number} */ connection) => this.#janus.get(connection)?.close(),
      probeJanus: (/** @type {number} */ connection) => this.#janus.get(connection)?.probe(),
      sendJanus: (/** @type {number} */ connection, /** @type {Uint8Array} */ message) => this.#janus.get(connection)?.send(message),
      connectionChanged: (/** @type {boolean} */ isConnected) => this.#onConnection(isConnected),
      janusLost: (/** @type {string} */ why) => this.#inside.log.error(`the connection to Janus is lost: ${why}`),
    };
  }

  /** Reports a result that comes later: the core may have ended meanwhile. @param {string} name @param {unknown[]} args */
  #report(name, ...args) {
    if (!this.#driver.isBroken) this.#driver.report(name, ...args);
  }

  /** Reports the first attempt that fails; those that follow are expected. @param {number} address @param {string} why */
  #reportUnreachable(address, why) {
    const { log, settings } = this.#inside;
    log[this.#reportsUnreachable ? 'warn' : 'debug'](`Janus can't be reached at ${settings.janus.shown[address]}: ${why}; trying on`);
    this.#reportsUnreachable = false;
  }

  /** @param {boolean} isConnected */
  #onConnection(isConnected) {
    if (isConnected) this.#reportsUnreachable = true;
    if (this.#inside.isConnected === isConnected) return;
    this.#inside.isConnected = isConnected;
    const { log, settings } = this.#inside;
    const addresses = settings.janus.shown.join(', ');
    if (isConnected) log.info(`connected to Janus at ${addresses}`);
    else if (!this.#inside.isDraining) log.warn('the connection to Janus is lost; trying to connect again');
    this.#emitLater(isConnected ? 'connected' : 'disconnected');
    this.#progress.note();
  }

  /** Emits an event by itself: a listener that throws must disturb nothing here. @param {string} event @param {unknown[]} values */
  #emitLater(event, ...values) {
    queueMicrotask(() => this.emit(event, ...values));
  }

  #remind() {
    const timer = setTimeout(() => {
      const { log, settings, isConnected } = this.#inside;
      if (!isConnected) log.warn(`no connection to Janus at ${settings.janus.shown.join(', ')}: check that it runs, and that its WebSocket transport listens there; trying on`);
    }, CONNECT_MS);
    timer.unref?.();
    return timer;
  }

  /** A defect of the core: nothing goes on, and nothing is let through. @param {unknown} error */
  #onTrap(error) {
    this.#inside.isBroken = true;
    this.#inside.log.error(`the gateway has failed, and needs a restart of the process: ${textOf(error)}`);
    this.#inside.pages.terminateAll();
    for (const socket of this.#janus.values()) socket.close();
    this.#emitLater('failed', error);
  }

  /** Takes the WebSockets of a server. @param {any} server @param {{ path?: string }} [options] */
  attach(server, options = {}) {
    mustBeServer(server, options);
    const { path } = options;
    attach(this.#inside, server, { paths: path === undefined ? SOCKET_PATHS : [path], isOwn: false });
    return this;
  }

  /** Middleware for Express. */
  express() {
    return express(this.#inside);
  }

  /** Middleware for Hono. */
  hono() {
    return hono(this.#inside);
  }

  /** Responds to a `Request`. @param {Request} request @param {{ address?: string, path?: string }} [from] */
  async fetch(request, from = {}) {
    mustBeRequest(request, from);
    return (await respondTo(this.#inside, request, from)) ?? new Response(null, { status: 404 });
  }

  /** Listens as `listen` of the settings says. */
  async listen() {
    const server = await listen(this.#inside);
    this.#servers.push(server);
    const { tls } = this.#inside.settings.listen;
    const { address, port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    this.#inside.log.info(`listening at ws${tls ? 's' : ''}://${address.includes(':') ? `[${address}]` : address}:${port}/`);
    return server;
  }

  get isConnected() {
    return this.#inside.isConnected;
  }

  /** Waits until a connection to Janus is open. */
  async connected() {
    while (!this.#inside.isConnected) await this.#progress.next();
  }

  /** The numbers of sessions, and of all their handles. */
  counts() {
    const [sessions, handles] = this.#driver.look('counts') ?? [0, 0];
    return { sessions, handles };
  }

  /** @param {string} [tenant] */
  sessions(tenant) {
    mustBeTenant('sessions', tenant);
    return JSON.parse(this.#driver.look('sessions', tenant) ?? '[]');
  }

  /** @param {number} id */
  session(id) {
    mustBeSession('session', id);
    return JSON.parse(this.#driver.look('session', id) ?? 'null') ?? undefined;
  }

  /** @param {string} [tenant] */
  rooms(tenant) {
    mustBeTenant('rooms', tenant);
    return JSON.parse(this.#driver.look('rooms', tenant) ?? '[]');
  }

  /** @param {{ tenant?: string, subject: string }} user */
  revoke(user) {
    mustBeUser('revoke', user);
    this.#change('revoke', user.tenant, user.subject);
  }

  /** @param {{ tenant?: string, subject: string, grants: object }} change */
  changeGrants(change) {
    mustBeChange(change);
    this.#change('changeGrants', change.tenant, change.subject, textOfJson('changeGrants', change.grants));
  }

  /** @param {{ tenant?: string, room: number | string, subject?: string, all?: true }} ban */
  ban(ban) {
    mustBeBan(ban);
    this.#change('ban', ban.tenant, ban.subject, JSON.stringify(ban.room));
  }

  /** @param {number} id */
  endSession(id) {
    mustBeSession('endSession', id);
    return this.#ask('endSession', this.#driver.now(), id);
  }

  /** @param {string} name @param {unknown[]} args */
  #change(name, ...args) {
    this.#ask(name, this.#driver.now(), ...args);
  }

  /** @param {string} name @param {unknown[]} args */
  #ask(name, ...args) {
    try {
      return this.#driver.ask(name, ...args);
    } catch (thrown) {
      if (typeof thrown !== 'string') throw thrown;
      throw invalid(name, thrown);
    }
  }

  /** Decides a recorded request. @param {object} recorded */
  explain(recorded) {
    mustBeRecorded(recorded);
    return JSON.parse(this.#ask('explain', textOfJson('explain', recorded)));
  }

  /** Takes other settings, while pages stay connected. @param {Record<string, any>} [settings] */
  reload(settings) {
    const config = this.#given.path;
    if (settings !== undefined) mustBeReloadable(settings);
    else if (config === undefined) throw invalid('reload', 'the settings are missing');
    const given = new Given(settings ?? { config }, this.#policy, this.#verdictWithin);
    let needingRestart;
    try {
      needingRestart = this.#driver.ask('reload', this.#driver.now(), given);
    } catch (thrown) {
      throw given.error(thrown);
    }
    this.#given = given;
    const { janus, listen: listening, ...now } = JSON.parse(this.#driver.look('settings'));
    Object.assign(this.#inside.settings, now);
    this.#inside.webhooks.set(now.webhooks);
    for (const setting of needingRestart) this.#inside.log.warn(`not applied: a change of ${setting} needs a restart`);
    return needingRestart;
  }

  /** All metrics in the text format of Prometheus. */
  metrics() {
    return text(this.#inside);
  }

  /** Registers all metrics with a `Registry` of prom-client. @param {any} registry */
  registerMetrics(registry) {
    mustBeRegistry(registry);
    register(this.#inside, registry);
  }

  /** Accepts nothing new; sessions go on. */
  drain() {
    this.#inside.isDraining = true;
    this.#ask('drain');
  }

  /**
   * Ends the gateway: nothing new is accepted, sessions have the time of `drain` in the settings, then they are ended.
   * @param {{ drain?: number }} [options] the time in seconds
   */
  async close(options = {}) {
    mustBeEnd(options);
    const { drain = this.#inside.settings.drain / 1000 } = options;
    this.#closed ??= this.#end(drain * 1000);
    await this.#closed;
  }

  /** @param {number} time_ms */
  async #end(time_ms) {
    if (!this.#driver.isBroken) {
      this.drain();
      const { pages, webhooks, log } = this.#inside;
      await this.#until(() => this.counts().sessions === 0, time_ms);
      this.#ask('stop', this.#driver.now());
      await this.#until(() => pages.size === 0 && this.#janus.size === 0, CLOSE_LIMIT_MS);
      await Promise.race([webhooks.flushed(), after(FLUSH_LIMIT_MS)]);
      if (webhooks.queued > 0) log.warn(`the gateway ends before its webhooks have taken all reports: ${webhooks.queued} are left`);
    }
    clearTimeout(this.#reminder);
    this.#inside.pages.stop();
    this.#inside.pages.terminateAll();
    this.#driver.end();
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections?.();
    }
  }

  /** Waits until it is so, for this time at most. @param {() => boolean} isSo @param {number} time_ms */
  async #until(isSo, time_ms) {
    const end = performance.now() + time_ms;
    while (!isSo() && !this.#driver.isBroken && performance.now() < end) {
      await this.#progress.next(Math.min(LOOK_INTERVAL_MS, end - performance.now()));
    }
  }
}

/** @param {number} time_ms */
const after = (time_ms) => new Promise((resolve) => { setTimeout(resolve, time_ms); });
