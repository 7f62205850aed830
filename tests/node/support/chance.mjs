// A seeded random number generator, and random values of any type.

/** Returns the functions of a generator with this seed (mulberry32). */
export function chanceOf(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound) => next() % bound;
  const pick = (from) => from[below(from.length)];
  const texts = ['', 'x', 'ack', '0', '-1', '9007199254740993', '__proto__', 'constructor', '\u0000', '\ud800', '\u202e', '\x1b[2J', 'v=0\r\n', 'y'.repeat(3000)];
  const numbers = [0, -0, 1, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1e-308, 426, 458, 459];
  /** Any value that JSON has. */
  const json = (depth = 3) => {
    switch (below(depth > 0 ? 8 : 5)) {
      case 0: return null;
      case 1: return below(2) === 0;
      case 2: return pick(numbers);
      case 3: return pick(texts);
      case 4: return below(2000);
      case 5: return Array.from({ length: below(4) }, () => json(depth - 1));
      default: return Object.fromEntries(Array.from({ length: below(5) }, () => [pick([...texts, 'id', 'data', 'type', 'sdp', 'candidate']), json(depth - 1)]));
    }
  };
  /** Any value at all. */
  const value = () => pick([
    () => json(), () => json(), () => undefined, () => NaN, () => Infinity, () => -Infinity, () => 10n, () => Symbol('s'), () => () => {},
    () => new Date(NaN), () => new Map(), () => Object.create(null), () => new Proxy({}, {}), () => [undefined], () => new Uint8Array(3),
  ])();
  const bytes = (most) => Buffer.from(Array.from({ length: below(most) }, () => below(256)));
  return { below, pick, json, value, bytes };
}

/** The duration of a test of random inputs. */
export const HOSTILE_MS = 1000 * Number(process.env.HOSTILE_SECONDS ?? 4);

/** So many seeds have every case, however slow the machine is. */
const LEAST_SEEDS = 40;

/** The seeds to try until the time is up; SEED=N tries one. */
export function* seeds() {
  if (process.env.SEED) return void (yield Number(process.env.SEED));
  const end = performance.now() + HOSTILE_MS;
  for (let seed = 1; seed <= LEAST_SEEDS || performance.now() < end; seed++) yield seed;
}
