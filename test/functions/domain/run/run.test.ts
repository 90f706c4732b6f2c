import { describe, expect, it } from 'vitest';
import { chunkName, retryName } from '../../../../functions/domain/run/run.ts';

describe('chunkName', () => {
  it.each([
    [1, '00001'],
    [99_999, '99999'],
    [100_000, 'a100000'],
    [120_000, 'a120000'],
  ])('names chunk %i', (number, name) => {
    expect(chunkName(number)).toBe(name);
  });

  it('keeps the order of the numbers, before every retry', () => {
    const numbers = [1, 2, 10, 9999, 12_000, 99_999, 100_000, 100_001, 120_000, 999_999];
    const names = [...numbers.map(chunkName), retryName({ filerId: '0'.repeat(16), attempt: 2 })];
    expect(names.toSorted()).toEqual(names);
  });
});
