import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { cursorOf, filerIdSchema, readCursor } from '../../../functions/lib/cursor.ts';

const position = z.strictObject({ after: filerIdSchema });
const place = { after: '0123456789abcdef' };
const encoded = (text: string) => Buffer.from(text).toString('base64url');

describe('readCursor', () => {
  it('reads what cursorOf wrote, and takes none for the first page', () => {
    expect(readCursor(cursorOf('list', place), { list: 'list', position })).toEqual({ ok: true, at: place });
    for (const none of [undefined, '']) {
      expect(readCursor(none, { list: 'list', position })).toEqual({ ok: true, at: null });
    }
  });

  it.each([
    cursorOf('other', place),
    cursorOf('list', { after: '0123' }),
    cursorOf('list', { ...place, table: 'launch' }),
    encoded('["list"]'),
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
