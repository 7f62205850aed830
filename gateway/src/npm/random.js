// Numbers that can't be guessed, from the system.
import { randomFillSync } from 'node:crypto';

const numbers = new BigUint64Array(64);
let next = numbers.length;

export function random() {
  if (next === numbers.length) {
    randomFillSync(numbers);
    next = 0;
  }
  const number = numbers[next];
  numbers[next] = 0n;
  next += 1;
  return number;
}
