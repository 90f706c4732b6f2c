import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cursorOf, filerIdSchema, readCursor } from '../../../functions/lib/cursor.ts';

const position = z.strictObject({ after: filerIdSchema });
const place = { after: '0123456789abcdef' };
const encoded = (text: string) => Buffer.from(text).toString('base64url');

describe('readCursor', () => {
  it('reads what cursorOf wrote, and takes none for the first page', () => {
    expect(readCursor(cursorOf('list', place), { list: 'list', position })).toMatchObject({
      ok: true,
      at: place,
    });
    for (const none of [undefined, '']) {
      expect(readCursor(none, { list: 'list', position })).toMatchObject({
        ok: true,
        at: null,
        previous: null,
      });
    }
  });

  it('leads back page by page, and to the first page where the pages before are no longer known', () => {
    const read = (cursor: string | null) => {
      const page = readCursor(cursor ?? undefined, { list: 'list', position });
      if (!page.ok) throw new Error(page.refused);
      return page;
    };
    const cursors: (string | null)[] = [null];
    for (let n = 1; n <= 120; n++) {
      const next = read(cursors.at(-1)!).next({ after: String(n).padStart(16, '0') });
      expect(next.length).toBeLessThanOrEqual(2_000);
      cursors.push(next);
    }
    let steps = 0;
    let { previous } = read(cursors.at(-1)!);
    for (; previous?.isRightBefore; steps++) {
      const page = read(previous.cursor);
      expect(page.at).toEqual(read(cursors.at(-2 - steps)!).at);
      ({ previous } = page);
    }
    expect(previous).toEqual({ cursor: null, isRightBefore: false });
    expect(steps).toBeGreaterThan(40);
    expect(read(cursors[2]!).previous).toEqual({ cursor: cursors[1], isRightBefore: true });
    expect(read(cursors[1]!).previous).toEqual({ cursor: null, isRightBefore: true });
    expect(read(cursorOf('list', place)).previous).toEqual({ cursor: null, isRightBefore: false });
  });

  it.each([
    cursorOf('other', place),
    cursorOf('list', { after: '0123' }),
    cursorOf('list', { ...place, table: 'launch' }),
    encoded('["list"]'),
    encoded(`["list",${JSON.stringify(place)},["x"]]`),
    encoded(`["list",${JSON.stringify(place)},[],0]`),
    encoded('["list", null]'),
    encoded('{"list":1}'),
    encoded('nonsense'),
    `${cursorOf('list', place)}=`,
    `${cursorOf('list', place)} `,
    'x'.repeat(2001),
  ])('refuses %s', (text) => {
    expect(readCursor(text, { list: 'list', position }).ok).toBe(false);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(encoded)), (text) => {
        const read = readCursor(text, { list: 'list', position });
        expect(read.ok).toBe(text === '');
      }),
    );
  });
});
