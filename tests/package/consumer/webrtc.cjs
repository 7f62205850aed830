const assert = require('node:assert/strict');
const { Peer } = require('bifrons/webrtc');

assert.throws(() => new Peer({ send() {}, trickle() {} }), { name: 'WebRtcError', code: 'unsupported' });
