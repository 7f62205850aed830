// The code that the examples share: the connection, and session descriptions without a browser.
import Bifrons from 'bifrons';

const [url = 'ws://127.0.0.1:8188', apisecret] = process.argv.slice(2);

/** Connects to the Janus of the command line: its URL and its optional API secret. */
export const connect = () => Bifrons.connect({ address: { url, apisecret } });

/** Returns a valid SDP offer without addresses for media; an application gets it from a page. */
export const offer = () => ({ type: 'offer', sdp: lines.join('\r\n') });

/** Returns an SDP answer that accepts all media of the offer; an application gets it from a page. */
export const answerTo = ({ sdp }) => ({
  type: 'answer',
  sdp: sdp.replaceAll('a=setup:actpass', 'a=setup:active').replaceAll('a=sendonly', 'a=recvonly'),
});

const lines = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:0123456789abcdef01234567',
  `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
  'a=setup:actpass',
  'a=mid:0',
  'a=sendrecv',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  '',
];
