import assert from 'node:assert/strict';
import { test } from 'node:test';
import { log } from '../../examples/common/server/log.js';

const printed = (t, text) => {
  const lines = [];
  t.mock.method(console, 'log', (line) => lines.push(line));
  log(text);
  t.mock.restoreAll();
  return lines.join('\n').replace(/^\S+ /, '');
};

test('the log escapes control characters', (t) => {
  const refusal = "page 4: 465 Invalid line (2nd char is not '='): \x1b]0;OWNED\x07\x1b[31mFAKE";
  assert.equal(printed(t, refusal), "page 4: 465 Invalid line (2nd char is not '='): \\u{1b}]0;OWNED\\u{7}\\u{1b}[31mFAKE");
  assert.equal(printed(t, 'a\nb\rc\u009bd\u202ee\u2028f'), 'a\\u{a}b\\u{d}c\\u{9b}d\\u{202e}e\\u{2028}f');
  assert.equal(printed(t, 'Ἄννα 안나 ❤️'), 'Ἄννα 안나 ❤️');
});
