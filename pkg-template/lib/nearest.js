/** Longer names have no similar one. */
const LONGEST = 64;

/**
 * Returns the most similar one of these names, or undefined if none is similar.
 * @param {string} name
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function nearest(name, names) {
  if (name.length > LONGEST) return undefined;
  const ranked = names.map((other) => ({ other, distance: distance(plain(name), plain(other)) }));
  const [best] = ranked.sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(1, name.length / 4) ? best.other : undefined;
}

/** @param {string} name */
const plain = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The number of letters to insert, to remove, to replace or to swap; a name that contains the other one is near.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  if (Math.min(a.length, b.length) > 3 && (a.includes(b) || b.includes(a))) return a === b ? 0 : 1;
  const rows = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [rows[i - 1], (rows[i] = [i])];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
