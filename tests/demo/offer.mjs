/** A valid SDP offer without media and without candidates. */
export const OFFER = [
  'v=0',
  'o=- 1 1 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0 1',
  ...media('audio', 0, 111, 'opus/48000/2'),
  ...media('video', 1, 96, 'VP8/90000'),
  '',
].join('\r\n');

function media(kind, mid, type, codec) {
  return [
    `m=${kind} 9 UDP/TLS/RTP/SAVPF ${type}`,
    'c=IN IP4 0.0.0.0',
    'a=rtcp-mux',
    'a=ice-ufrag:demo',
    'a=ice-pwd:a-password-without-a-use',
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${Array(32).fill('AB').join(':')}`,
    'a=setup:actpass',
    `a=mid:${mid}`,
    'a=sendrecv',
    `a=rtpmap:${type} ${codec}`,
    `a=ssrc:${1000 + mid} cname:demo`,
  ];
}
