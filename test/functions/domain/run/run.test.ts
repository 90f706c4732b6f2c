import { describe, expect, it } from 'vitest';
import { CHUNK_SIZE, chunkName, chunkSizeOf, retryName } from '../../../../functions/domain/run/run.ts';

describe('chunkSizeOf', () => {
  it.each([
    ['none', 0, 0, 50],
    ['one chunk', 25, 1, 50],
    ['this code', 51, 2, 50],
    ['earlier code, two chunks', 26, 2, 25],
    ['earlier code', 101, 5, 25],
  ])('leaves filers in the chunks of whoever counted them: %s', (_, mailable, chunks, size) => {
    expect(chunkSizeOf({ mailable, chunks }, CHUNK_SIZE)).toBe(size);
  });
});

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
