// Texts: how large they are, and what they may show.

const encoder = new TextEncoder();

/** The size of a text in UTF-8, if it is over the limit; else 0. */
export function sizeOver(text, limit) {
  // A unit of UTF-16 takes three bytes at most.
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

/** An error's text without the URLs in it, which may hold a password or a secret. */
export const withoutUrls = (text) => text.replace(/[a-z][a-z\d+.-]*:\/\/[^\s'"]*/gi, 'the URL');
