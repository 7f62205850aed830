import { escapeControls } from './errors.js';

/** Prints one line on the console. Callers pass no secret and no SDP. */
export const log = (text) => console.log(`${new Date().toISOString()} ${escapeControls(text)}`);
