import { expect, it } from 'vitest';
import { trimChars } from '../../../functions/lib/trim-chars.ts';

it.each([
  ['--a-b--', '-', 'a-b'],
  ['a', '-', 'a'],
  ['._-', '._-', ''],
  ['', '-', ''],
  [`x${'-'.repeat(100_000)}y`, '-', `x${'-'.repeat(100_000)}y`],
])('trims the ends of %j', (text, chars, expected) => {
  expect(trimChars(text, chars)).toBe(expected);
});
