import init, { Core, isTraceWord, unreadableMember } from '../wasm/slim.js';

export const engine = { Core, init, isTraceWord, unreadableMember };
