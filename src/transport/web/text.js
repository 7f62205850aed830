// Helpers for texts: their size, and URLs in them.

const encoder = new TextEncoder();

/** Returns the size of a text in bytes of UTF-8 if it is over the limit, else 0. */
export function sizeOver(text, limit) {
  // Each UTF-16 unit takes at most three bytes.
  if (text.length * 3 <= limit) return 0;
  const size = encoder.encode(text).length;
  return size > limit ? size : 0;
}

export function isUrl(text) {
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}

/** Removes URLs from an error's text: they may hold a password or a secret. */
export const withoutUrls = (text) => text.replace(/[a-z][a-z\d+.-]*:\/\/[^\s'"]*/gi, 'the URL');

/** Escapes control characters, line breaks and marks that reverse the direction of writing: the text is logged. */
export const printable = (text) =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (letter) => `\\u{${letter.codePointAt(0).toString(16)}}`);

/** An error as the cause of another one; one whose text has a URL is none, as that may hold a secret. */
export const shownCause = (error) => (error instanceof Error && withoutUrls(String(error.message)) === error.message ? error : undefined);
