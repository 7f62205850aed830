// JavaScript's own errors, which the engine's errors name by numbers: those must be Send.

const causes = new Map();
let last = 0;

export function keep(error) {
  last += 1;
  causes.set(last, error);
  return last;
}

export const causeOf = (number) => causes.get(number);

export function forget(number) {
  causes.delete(number);
}
