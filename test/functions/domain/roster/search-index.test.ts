import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocksFrom,
  filersIn,
  GroupBuilder,
  placeOf,
  readDirectory,
} from '../../../../functions/domain/roster/search-index.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '李', '𝒜'), minLength: 2, maxLength: 5 }),
  fc.string({ unit: 'grapheme', minLength: 2, maxLength: 4 }).filter((text) => !/[\s\p{Cc}]/u.test(text)),
);

describe('placeOf', () => {
  it('leads to every word that begins so, however small the blocks are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(word, { maxLength: 6 }), { maxLength: 20 }),
        fc.oneof(word, fc.constantFrom('aa', 'ab', 'b', '𝒜', 'zz')),
        fc.integer({ min: 1, max: 200 }),
        (filers, beginning, blockBytes) => {
          const builder = new GroupBuilder();
          for (const [index, words] of filers.entries()) builder.add(words.map((one) => `${one}\t${index}`));
          const { bytes, entry } = builder.finish(blockBytes);
          const place = placeOf(entry, beginning);
          const lines = place
            ? Buffer.from(bytes)
                .subarray(place[0], place[0] + place[1])
                .toString()
            : '';
          const expected = filers.flatMap((words, index) =>
            words.some((one) => one.startsWith(beginning)) ? [String(index)] : [],
          );
          expect([...filersIn(lines, beginning)].sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads two blocks at most for a word that is in one', () => {
    const builder = new GroupBuilder();
    for (let n = 0; n < 5_000; n++) {
      builder.add([`word${String(n).padStart(4, '0')}\t${n}`, `common\t${n}`]);
    }
    const { entry, bytes } = builder.finish();
    expect(placeOf(entry, 'word2500')![1]).toBeLessThan(2 * 17_000);
    expect(placeOf(entry, 'common')![1]).toBeLessThan(bytes.length * 0.6);
    expect(placeOf(entry, 'zebra')![1]).toBeLessThan(17_000);
  });
});

describe('blocksFrom', () => {
  it('leads to every line beyond one in order, though words fill several blocks, however much is read at once', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'ab', 'b', 'é'), fc.integer({ min: 10, max: 99 })), {
          minLength: 1,
          maxLength: 60,
          selector: (pair) => pair.join(),
        }),
        fc.nat(),
        fc.boolean(),
        fc.record({ blockBytes: fc.integer({ min: 1, max: 40 }), bytes: fc.integer({ min: 0, max: 90 }) }),
        (pairs, pick, isUp, { blockBytes, bytes }) => {
          const lines = pairs.map(([one, n]) => `${one}\t${n}`).sort();
          const builder = new GroupBuilder();
          builder.add(lines);
          const group = builder.finish(blockBytes);
          const from = lines[pick % lines.length]!;
          const isBeyond = (line: string) => (isUp ? line > from : line < from);
          const found = [...blocksFrom(group.entry, from, { isUp, bytes })].flatMap(([begin, length]) => {
            const text = Buffer.from(group.bytes)
              .subarray(begin, begin + length)
              .toString();
            const some = text.split('\n').slice(0, -1).filter(isBeyond);
            return isUp ? some : some.reverse();
          });
          const expected = lines.filter(isBeyond);
          expect(found).toEqual(isUp ? expected : expected.reverse());
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('readDirectory', () => {
  it.each([
    '',
    'null',
    '{}',
    '{"format":99,"groups":[]}',
    '{"format":2,"groups":[]}',
    '{"format":3,"groups":[{}]}',
  ])('takes no %j', (text) => {
    expect(readDirectory(text)).toBeNull();
  });
});
