import { Handle, accepted, given, pluginRefused, unexpected, withJsep } from '../lib/plugin.js';

const PLUGIN_ID = 'janus.plugin.echotest';

const EVENT = Object.freeze({
  ECHOTEST_SLOWLINK: 'echotest_slowlink',
  ECHOTEST_RESULT: 'echotest_result',
  ECHOTEST_ERROR: 'echotest_error',
  ECHOTEST_LAYERS: 'echotest_layers',
});

class EchoTestHandle extends Handle {
  async start(params = {}, options) {
    const { jsep, e2ee, ...body } = params;
    const message = await this.message(given(body), jsep, options);
    accepted(message);
    const [event, data] = this._describe(message) ?? [];
    if (event !== EVENT.ECHOTEST_RESULT || data.result !== 'ok') throw unexpected('start');
    return data;
  }

  _describe(message) {
    const data = message.plugindata?.data ?? {};
    if (data.event === 'slow_link') {
      const { echotest, event, 'current-bitrate': bitrate, ...rest } = data;
      return [EVENT.ECHOTEST_SLOWLINK, given({ bitrate, ...rest })];
    }
    if (data.result !== undefined) {
      const { echotest, ...rest } = data;
      return [EVENT.ECHOTEST_RESULT, withJsep(rest, message)];
    }
    if (data.error_code !== undefined || data.error !== undefined) return [EVENT.ECHOTEST_ERROR, pluginRefused(data)];
    return undefined;
  }
}

const plugin = { id: PLUGIN_ID, Handle: EchoTestHandle, EVENT };
export { EVENT, EchoTestHandle as Handle, PLUGIN_ID as id };
export default plugin;
