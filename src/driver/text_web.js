// The size of texts, seen by by_scheme_web.rs, and by what receives texts.

const encoder = new TextEncoder();

/** The size of a text in UTF-8, if it is over the limit; else 0. */
export function sizeOver(text, limit) {
  // A unit of UTF-16 takes three bytes at most.
  if (text.length * 3 <= limit) return 0;
  const size = encoder.encode(text).length;
  return size > limit ? size : 0;
}
