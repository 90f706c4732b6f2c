import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../functions/domain/roster/problem.ts';
import { FIRST_PROBLEM, readProblems } from '../../../../functions/domain/roster/stored-problems.ts';
import { JsonReport } from '../../../../functions/ingest-roster/report.ts';

const problem = (row: number, found = 'x'): Problem => ({
  row,
  column: 'email',
  code: 'email-unusable',
  severity: 'address',
  found,
  expected: 'one address',
});

/** A report as the intake writes it, in batches. */
async function reportOf(batches: readonly (readonly Problem[])[]): Promise<Buffer> {
  let text = '';
  const report = new JsonReport({
    write: async (more) => {
      text += more;
    },
    close: async () => {},
  });
  for (const batch of batches) await report.add(batch);
  await report.finish({ accepted: 1, problemCounts: [] });
  return Buffer.from(text);
}

/** Reads page after page, as much at once as a window holds. */
function pagesOf(report: Buffer, { limit, window }: { limit: number; window: number }): Problem[][] {
  const pages: Problem[][] = [];
  for (let from: number | null = FIRST_PROBLEM; from !== null; ) {
    const page = readProblems(report.subarray(from - 1, from - 1 + window), { from, limit });
    if (!page) break;
    pages.push([...page.problems]);
    from = page.next;
  }
  return pages;
}

describe('readProblems', () => {
  it('gives every problem once, in their order, whatever they hold and however they were written', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 6 }), async (batches) => {
        let row = 1;
        const written = batches.map((batch) => batch.map((found) => problem(row++, found)));
        const pages = pagesOf(await reportOf(written), { limit: 3, window: 10_000 });
        expect(pages.flat()).toEqual(written.flat());
        expect(pages.slice(0, -1).every(({ length }) => length === 3)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('stops before a line that its window cuts off', async () => {
    const written = [problem(1), problem(2), problem(3)];
    const report = await reportOf([written]);
    const line = JSON.stringify(written[0]).length + 2;
    expect(pagesOf(report, { limit: 50, window: Math.round(1.5 * line) }).flat()).toEqual(written);
  });

  it.each([1, 2, 30])('gives nothing where no line begins: %i bytes on', async (more) => {
    const report = await reportOf([[problem(1), problem(2)]]);
    const from = FIRST_PROBLEM + more;
    expect(readProblems(report.subarray(from - 1), { from, limit: 5 })).toBeNull();
  });
});
