import { expect, it } from 'vitest';
import { explore } from '../../../support/builders/fold.ts';

it('says what the design says about every sequence of up to three facts over two attempts', () => {
  expect(explore(3)).toEqual({ sequences: 1 + 22 + 22 ** 2 + 22 ** 3, wrong: [] });
});
