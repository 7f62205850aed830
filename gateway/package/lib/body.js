import { Buffer } from 'node:buffer';

/** A body that is longer than it may be. */
export class TooLong extends Error {}

/**
 * Collects what is read, up to a number of bytes.
 * @param {AsyncIterable<Uint8Array | string> | null} chunks @param {number} longest
 */
export async function collect(chunks, longest) {
  const parts = [];
  let length = 0;
  for await (const chunk of chunks ?? []) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += part.length;
    if (length > longest) throw new TooLong();
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
