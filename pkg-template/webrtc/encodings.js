import { WebRtcError } from './errors.js';

/** @typedef {import('./types/tracks.js').SendOptions} SendOptions */

/** The layers of simulcast, the largest first, as Janus reads them; their parts of the bitrate. */
const LAYERS = [
  { rid: 'h', scale: 1, share: 0.7 },
  { rid: 'm', scale: 2, share: 0.22 },
  { rid: 'l', scale: 4, share: 0.08 },
];

/** Chromium takes several encodings of these codecs for SVC, unless each one has a mode of its own. */
const SVC_CODECS = ['vp9', 'av1'];

/**
 * The encodings of a new transceiver with layers.
 * @param {SendOptions} options
 * @returns {RTCRtpEncodingParameters[]}
 */
export function encodingsOf({ simulcast = false, svc, bitrate, codec = '' }) {
  if (simulcast && svc) throw new WebRtcError('invalid_argument', 'a track has simulcast or SVC, not both');
  if (simulcast) {
    const mode = SVC_CODECS.includes(codec.toLowerCase()) ? { scalabilityMode: 'L1T3' } : {};
    return LAYERS.map(({ rid, scale, share }) => ({ rid, scaleResolutionDownBy: scale, ...mode, ...limit(bitrate, share) }));
  }
  return [{ .../** @type {{}} */ ({ scalabilityMode: svc }), ...limit(bitrate, 1) }];
}

/**
 * Changes the limits of a sender.
 * @param {RTCRtpSender} sender
 * @param {number | undefined} bitrate for all its layers together; undefined for no limit
 */
export async function limitBitrate(sender, bitrate) {
  await changeEncodings(sender, (encoding, { length }) => {
    delete encoding.maxBitrate;
    const share = length > 1 ? LAYERS.find(({ rid }) => rid === encoding.rid)?.share : 1;
    Object.assign(encoding, limit(bitrate, share ?? 1 / length));
  });
}

/**
 * @param {RTCRtpSender} sender
 * @param {(encoding: RTCRtpEncodingParameters, all: RTCRtpEncodingParameters[]) => void} change
 */
export async function changeEncodings(sender, change) {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) change(encoding, parameters.encodings);
  await sender.setParameters(parameters);
}

/**
 * Puts a codec first in the next offer or answer.
 * @param {RTCRtpTransceiver} transceiver
 * @param {string} kind
 * @param {string} codec
 */
export function preferCodec(transceiver, kind, codec) {
  const { codecs } = RTCRtpReceiver.getCapabilities(kind) ?? { codecs: [] };
  const isWanted = (/** @type {{ mimeType: string }} */ { mimeType }) => mimeType.toLowerCase() === `${kind}/${codec.toLowerCase()}`;
  if (!codecs.some(isWanted)) throw new WebRtcError('unsupported', `this browser has no ${kind} codec ${codec}`);
  if (!transceiver.setCodecPreferences) throw new WebRtcError('unsupported', 'this browser can’t choose codecs');
  transceiver.setCodecPreferences([...codecs.filter(isWanted), ...codecs.filter((one) => !isWanted(one))]);
}

/**
 * @param {number | undefined} bitrate
 * @param {number} share
 */
const limit = (bitrate, share) => (bitrate ? { maxBitrate: Math.round(bitrate * share) } : {});
