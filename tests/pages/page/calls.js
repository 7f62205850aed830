// The plugins in one call each, as a page uses them.
import { connect } from 'bifrons';
import AudioBridge from 'bifrons/plugins/audiobridge.js';
import EchoTest from 'bifrons/plugins/echotest.js';
import RecordPlay from 'bifrons/plugins/recordplay.js';
import Sip from 'bifrons/plugins/sip.js';
import Streaming from 'bifrons/plugins/streaming.js';
import TextRoom from 'bifrons/plugins/textroom.js';
import VideoCall from 'bifrons/plugins/videocall.js';
import VideoRoom from 'bifrons/plugins/videoroom.js';
import { openMicrophone } from 'bifrons/webrtc';

const PLUGINS = { AudioBridge, EchoTest, RecordPlay, Sip, Streaming, TextRoom, VideoCall, VideoRoom };

let opening;

/** Attaches a plugin in the page's session. */
export async function attach({ url, apisecret }, name) {
  opening ??= connect({ address: { url, apisecret } }).then((connection) => connection.create());
  return (await opening).attach(PLUGINS[name]);
}

/** Plays a stream, so that its audio has a level and its video is decoded. */
export function show(stream) {
  const element = Object.assign(document.createElement('video'), { autoplay: true, srcObject: stream });
  document.body.append(element);
  return element;
}

/** A count of what a peer has received: decoded pictures and samples of sound that is not silence. */
export async function received({ connection }) {
  const streams = [...(await connection.getStats()).values()].filter(({ type }) => type === 'inbound-rtp');
  const of = (kind) => streams.filter((stream) => stream.kind === kind);
  return {
    video: of('video').reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0),
    audio: of('audio').reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0),
  };
}

/** A tone, as a microphone that is never silent. Firefox's own is one, and its AudioContext needs a speaker of the machine. */
export async function openTone(frequency = 440) {
  if ('mozCaptureStream' in HTMLMediaElement.prototype) return (await openMicrophone()).track;
  const audio = new AudioContext();
  const oscillator = new OscillatorNode(audio, { frequency });
  const destination = audio.createMediaStreamDestination();
  oscillator.connect(destination);
  oscillator.start();
  return destination.stream.getAudioTracks()[0];
}
