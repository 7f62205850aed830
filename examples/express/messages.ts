import type { Candidate, Jsep } from 'bifrons';

/** What a page may send. */
export type FromPage = { offer: Jsep } | { candidate: Candidate };

/** What a page gets. */
export type ToPage = { answer: Jsep } | { candidate: Candidate } | { error: string };

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Reads a message of a page: new objects with the known fields, or undefined. A page may send anything. */
export function read(text: string): FromPage | undefined {
  const message = parse(text);
  if (!isObject(message)) return undefined;
  const { offer, candidate } = message;
  if (isObject(offer) && offer.type === 'offer' && typeof offer.sdp === 'string') {
    return { offer: { type: 'offer', sdp: offer.sdp } };
  }
  if (candidate === null) return { candidate: { completed: true } };
  if (isObject(candidate) && typeof candidate.candidate === 'string') {
    return { candidate: { candidate: candidate.candidate, ...placeOf(candidate) } };
  }
  return undefined;
}

function placeOf({ sdpMid, sdpMLineIndex }: Fields) {
  return {
    sdpMid: typeof sdpMid === 'string' ? sdpMid : undefined,
    sdpMLineIndex: Number.isInteger(sdpMLineIndex) ? (sdpMLineIndex as number) : undefined,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
