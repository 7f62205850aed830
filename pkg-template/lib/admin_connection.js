import { AdminMethods } from './admin.js';
import { adminPluginProxy } from './admin_plugin.js';
import { adminRequest } from './admin_request.js';
import { JanusError } from './errors.js';

/** A connection that may be one to the Admin API. */
export class AdminConnection extends AdminMethods {
  #isAdmin;

  /** @param {ReturnType<typeof import('./config.js').readConfig>} settings */
  constructor(settings) {
    super(settings);
    this.#isAdmin = settings.is_admin;
  }

  /**
   * The requests of a plugin that need no session, over the Admin API.
   * @param {{ id: string, Handle: any }} plugin
   */
  plugin(plugin) {
    return adminPluginProxy(this, plugin);
  }

  /**
   * A request of the Admin API.
   * @internal
   * @param {string} janus
   * @param {string[]} names its fields, the required ones first
   * @param {number} needed the number of required ones
   * @param {any[]} given the arguments of the method
   */
  async _admin(janus, names, needed, given) {
    if (!this.#isAdmin) {
      const message = 'this connection is not one to the Admin API: connect with is_admin';
      throw new JanusError({ code: 'unsupported', message, request: janus });
    }
    const { body, options } = adminRequest(this._log, janus, names, needed, given);
    return await this.sendRequest({ ...body, janus }, options);
  }
}
