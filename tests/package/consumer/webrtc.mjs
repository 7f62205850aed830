// What a server does that renders pages: it imports their modules.
import assert from 'node:assert/strict';
import { Peer } from 'bifrons/webrtc';

assert.throws(() => new Peer({ send() {}, trickle() {} }), { name: 'WebRtcError', code: 'unsupported' });
