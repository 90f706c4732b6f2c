import { expect, it } from 'vitest';
import { explore } from '../../../support/builders/fold.ts';

it('says what the design says about every sequence of up to five facts over two attempts', () => {
  expect(explore(5)).toEqual({ sequences: (22 ** 6 - 1) / 21, wrong: [] });
}, 300_000);
