/** A fault whose text was written for the page. */
export class PageFault extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const REFUSALS = new Set(['janus_refused', 'plugin_refused']);

/** What a page may know of an error: our own texts and Janus's numbered refusals, nothing else. */
export function forPage(error) {
  if (error instanceof PageFault) return { code: error.code, text: error.message };
  if (REFUSALS.has(error?.code)) return { code: 'janus-refused', text: `Janus refused: ${error.message}` };
  return { code: 'server-failed', text: 'The server could not do that; its log says why.' };
}

export const describe = (error) => error?.message || String(error);

/** Makes a text fit for a terminal: others may have put line breaks, colours, or what turns the line about into it. */
export const escapeControls = (text) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);
