import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../../functions/ingest-roster/row/header.ts';
import { noFiler } from '../../../../functions/ingest-roster/row/no-filer.ts';

const read = readHeader(['name', 'cmecf_user_id', 'link_status', 'email'], { kind: 'update', row: 1 });
if (!read.ok) throw new Error('Cannot test because the header must be right');
const { layout } = read;

describe('noFiler', () => {
  it.each<[cells: string[], expected: ReturnType<typeof noFiler>]>([
    [['Total Credit Recovery LLC', 'tcr1', 'linked'], null],
    [['End Zone LLC', 'ez1', 'linked', ''], null],
    [['Page, Jimmy', 'jpage', 'linked', ''], null],
    [['Total filers: 812', '', '', ''], 'footer'],
    [['End of report', '', '', ''], 'footer'],
    [['Total', '', '812', ''], 'total'],
    [['---', '---', '---', '---'], 'line'],
    [['name', 'cmecf_user_id', 'link_status', 'email'], 'header'],
  ])('of %j is %s', (cells, expected) => {
    expect(noFiler({ row: 2, cells, flaw: null }, layout)).toBe(expected);
  });
});
