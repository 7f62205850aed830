// Generated from the definitions in src/plugins and src/admin; edit those, then run `make generate`.
// @ts-nocheck

import { PLUGIN_DECIDES, PluginHandle, UNCORRELATED, checkParams, each, fields, flatten, inside, nothing, pluginRefused, repeat, withE2ee, withExtra, withJsep } from '../lib/plugin.js';
import { startParams } from '../lib/adaptors/echotest.js';

/** The plugin's events. */
export const EVENT = Object.freeze({
  ECHOTEST_SLOWLINK: 'echotest_slowlink',
  ECHOTEST_RESULT: 'echotest_result',
  ECHOTEST_ERROR: 'echotest_error',
  ECHOTEST_LAYERS: 'echotest_layers',
});

/** The plugin's error codes, as in `error.plugin`. */
export const ERROR = Object.freeze({
  NO_MESSAGE: 411,
  INVALID_JSON: 412,
  INVALID_ELEMENT: 413,
  INVALID_SDP: 414,
});

const fieldsOfStart = fields('audio video bitrate record filename substream temporal fallback audiocodec videocodec videoprofile opusred min_delay max_delay svc spatial_layer temporal_layer');
const fieldsOfOutcome = fields('echotest result');
const fieldsOfSlowLink = fields('echotest event media current-bitrate');
const fieldsOfLayers = fields('echotest videocodec substream temporal spatial_layer temporal_layer tot_temporal_layers tot_spatial_layers');

function readOutcome(data, message) {
  const { echotest: _0, ...rest } = data;
  return withExtra(withJsep(rest, message), data, fieldsOfOutcome);
}

function readSlowLink(data, message) {
  const { echotest: _0, event: _1, 'current-bitrate': bitrate, ...rest } = data;
  if (bitrate !== undefined) rest.bitrate = bitrate;
  return withExtra(rest, data, fieldsOfSlowLink);
}

function readLayers(data, message) {
  const { echotest: _0, ...rest } = data;
  return withExtra(rest, data, fieldsOfLayers);
}

export class EchoTestHandle extends PluginHandle {
  async start(params = {}, options = undefined) {
    checkParams(params);
    const { jsep, e2ee, ...rest } = startParams(params, this);
    const body = { ...rest };
    return await this._perform('start', fieldsOfStart, [EVENT.ECHOTEST_RESULT], readOutcome, body, withE2ee(jsep, e2ee), options);
  }

  /** @internal */
  _classify(data) {
    if (data.event === 'slow_link') return EVENT.ECHOTEST_SLOWLINK;
    if (data.result !== undefined) return EVENT.ECHOTEST_RESULT;
    if (data.error_code !== undefined) return EVENT.ECHOTEST_ERROR;
    if (data.error !== undefined) return EVENT.ECHOTEST_ERROR;
    if (data.substream !== undefined) return EVENT.ECHOTEST_LAYERS;
    if (data.temporal !== undefined) return EVENT.ECHOTEST_LAYERS;
    if (data.spatial_layer !== undefined) return EVENT.ECHOTEST_LAYERS;
    if (data.temporal_layer !== undefined) return EVENT.ECHOTEST_LAYERS;
    return undefined;
  }

  /** @internal */
  _read(event, data, message) {
    switch (event) {
      case EVENT.ECHOTEST_SLOWLINK:
        return readSlowLink(data, message);
      case EVENT.ECHOTEST_RESULT:
        return readOutcome(data, message);
      case EVENT.ECHOTEST_ERROR:
        return pluginRefused(data);
      case EVENT.ECHOTEST_LAYERS:
        return readLayers(data, message);
      default:
        return data;
    }
  }
}

export default { id: 'janus.plugin.echotest', Handle: EchoTestHandle, EVENT, ERROR };
