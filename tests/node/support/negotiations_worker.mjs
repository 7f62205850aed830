// Runs the interleavings of one scene in a thread of its own: the test runner follows each promise of its thread, which
// makes them many times slower.
import { parentPort, workerData } from 'node:worker_threads';

import { everyInterleaving } from './negotiations.mjs';
import { ScriptedPeerConnection } from './peer_connection.mjs';

globalThis.RTCPeerConnection = ScriptedPeerConnection;
parentPort.postMessage(await everyInterleaving(workerData));
