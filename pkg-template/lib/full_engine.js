import init, { Core, initSync, isTraceWord, unreadableMember } from '../wasm/engine.js';

export const engine = { Core, init, initSync, isTraceWord, unreadableMember };
