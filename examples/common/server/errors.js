/** An error whose text the page may show. */
export class PageError extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

const REFUSALS = new Set(['janus_refused', 'plugin_refused']);

/** Returns the part of an error that a page may know: this server's own texts and Janus's refusals, nothing else. */
export function errorForPage(error) {
  if (error instanceof PageError) return { code: error.code, text: error.message };
  if (REFUSALS.has(error?.code)) return { code: 'janus-refused', text: `Janus refused: ${error.message}` };
  return { code: 'server-failed', text: 'The server failed; its log contains the reason.' };
}

export const describe = (error) => error?.message || String(error);

/** Escapes the control characters of a text, such as line breaks, colours and bidirectional controls, for a terminal. */
export const escapeControls = (text) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);
