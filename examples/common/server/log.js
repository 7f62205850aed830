import { escapeControls } from './faults.js';

/** Prints one line on the console, whatever the text has. Callers pass no secret and no SDP. */
export const log = (text) => console.log(`${new Date().toISOString()} ${escapeControls(text)}`);
