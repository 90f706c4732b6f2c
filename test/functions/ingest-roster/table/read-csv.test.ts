import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPELLINGS } from '../../../../functions/ingest-roster/row/columns.ts';
import { readCsv } from '../../../../functions/ingest-roster/table/read-csv.ts';
import { tableOf } from '../../../support/roster/table.ts';

/** What `readCsv` makes of a text: `row:cells`, a flaw behind them. */
async function read(text: string, pieceBytes = 1_000_000): Promise<string[]> {
  async function* pieces() {
    const bytes = Buffer.from(text);
    for (let start = 0; start < bytes.length; start += pieceBytes)
      yield bytes.subarray(start, start + pieceBytes);
  }
  const rows = (await Array.fromAsync(readCsv(pieces(), { delimiter: ',', mixed: false }))).flat();
  return rows.map(({ row, cells, flaw }) => `${row}:${JSON.stringify(cells)}${flaw ? ` ${flaw}` : ''}`);
}

const TEXTS: readonly { name: string; text: string; rows: readonly string[] }[] = [
  { name: 'LF', text: 'a,b\n1,2\n', rows: ['1:["a","b"]', '2:["1","2"]'] },
  { name: 'CRLF', text: 'a,b\r\n1,2\r\n', rows: ['1:["a","b"]', '2:["1","2"]'] },
  { name: 'CR', text: 'a,b\r1,2\r', rows: ['1:["a","b"]', '2:["1","2"]'] },
  {
    name: 'all line ends in one file',
    text: 'a,b\r\n1,2\r3,4\n5,6',
    rows: ['1:["a","b"]', '2:["1","2"]', '3:["3","4"]', '4:["5","6"]'],
  },
  {
    name: 'line breaks in a cell',
    text: 'a,b\r\n1,"x\r\ny"\r\n2,3',
    rows: ['1:["a","b"]', '2:["1","x\\r\\ny"]', '3:["2","3"]'],
  },
  { name: 'doubled quotes', text: 'a\n"say ""hi"""\n', rows: ['1:["a"]', '2:["say \\"hi\\""]'] },
  {
    name: 'blank lines, counted as a spreadsheet does',
    text: '\na,b\n\n\n1,2\n',
    rows: ['1:[""]', '2:["a","b"]', '3:[""]', '4:[""]', '5:["1","2"]'],
  },
  {
    name: 'a quote that is never closed, at the end',
    text: 'a,b\n1,2\n3,"4',
    rows: ['1:["a","b"]', '2:["1","2"]', '3:["3","\\"4"] quote-open'],
  },
  {
    name: 'a quote that is never closed, amid rows',
    text: 'a,b\n1,"x\n2,3\n4,5\n',
    rows: ['1:["a","b"]', '2:["1","\\"x"] quote-open', '3:["2","3"]', '4:["4","5"]'],
  },
  {
    name: 'a quote that a later cell closes by its own',
    text: 'a,b,c\n1,"abc,d\n2,"x",y\n3,z,w\n',
    rows: ['1:["a","b","c"]', '2:["1","\\"abc","d"] quote-open', '3:["2","x","y"]', '4:["3","z","w"]'],
  },
  {
    name: 'two open quotes that make one cell of several rows',
    text: 'a,b,c\n1,"x,y\n2,z,w"\n3,4,5\n',
    rows: ['1:["a","b","c"]', '2:["1","\\"x","y"] quote-open', '3:["2","z","w\\""]', '4:["3","4","5"]'],
  },
  {
    name: 'text behind a closing quote',
    text: 'a,b\n1,"x"y\n2,3',
    rows: ['1:["a","b"]', '2:["1","\\"x\\"y"] quote-inside', '3:["2","3"]'],
  },
  {
    name: 'quotes inside a bare cell',
    text: 'a,b\n1,5" pipe\n2,John "Jack" Smith\n',
    rows: ['1:["a","b"]', '2:["1","5\\" pipe"]', '3:["2","John \\"Jack\\" Smith"]'],
  },
  { name: 'a space before a quote', text: 'a,b\n1, "q, r"\n', rows: ['1:["a","b"]', '2:["1","q, r"]'] },
  {
    name: 'U+2028, vertical tab and NUL are no line ends',
    text: 'a,b\n1,x\u2028y\n2,x\u000by\n3,x\u0000y\n',
    rows: ['1:["a","b"]', '2:["1","x\u2028y"]', '3:["2","x\\u000by"]', '4:["3","x\\u0000y"]'],
  },
  {
    name: 'too few and too many cells',
    text: 'a,b\n1\n1,2,3\n1,2\n',
    rows: ['1:["a","b"]', '2:["1"]', '3:["1","2","3"]', '4:["1","2"]'],
  },
];

describe('readCsv', () => {
  for (const { name, text, rows } of TEXTS) {
    it(`reads ${name}`, async () => {
      expect(await read(text)).toEqual(rows);
      expect(await read(text, 1)).toEqual(rows);
    });
  }

  it('keeps a cell of 1 MB and the rows around it', async () => {
    const rows = await read(`a,b\n1,2\n3,${'x'.repeat(1_000_000)}\n4,5\n`);
    expect(rows.map((row) => row.slice(0, 8))).toEqual(['1:["a","', '2:["1","', '3:["3","', '4:["4","']);
  });

  it('gives up a row of more than 4 MB, and continues with the next line', async () => {
    const rows = await read(`a,b\n1,${'x'.repeat(6_000_000)}\n4,5\n`);
    expect(rows[1]).toMatch(/^2:.* row-too-long$/);
    expect(rows[2]).toBe('3:["4","5"]');
  });

  it('finds the end of an open quote in a large file, and loses no other row', async () => {
    const lines = Array.from(
      { length: 200_000 },
      (_, index) => `user${index},name ${index},${'x'.repeat(20)}`,
    );
    lines[10] = 'user10,"name 10,x';
    const rows = await read(`a,b,c\n${lines.join('\n')}\n`);
    expect(rows).toHaveLength(200_001);
    expect(rows.filter((row) => /quote-open$/.test(row))).toEqual([
      '12:["user10","\\"name 10","x"] quote-open',
    ]);
  });

  it('takes trailing blank rows by the ten thousand', async () => {
    expect(await read(`a,b\n1,2\n${',\n'.repeat(50_000)}`)).toHaveLength(50_002);
  });
});

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;
const ENCODINGS = [
  'UTF-8',
  'UTF-8 with byte order mark',
  'UTF-16LE',
  'UTF-16BE',
  'UTF-16LE without mark',
  'UTF-16BE without mark',
  'Windows-1252',
] as const;

/** Windows-1252's letters beyond ASCII that aren't where Latin-1 has them. */
const WINDOWS = [...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'];
const WINDOWS_BYTES = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(text);
  if (encoding === 'UTF-8 with byte order mark') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'Windows-1252') {
    return Buffer.from(
      [...text].map((character) => WINDOWS_BYTES[WINDOWS.indexOf(character)] ?? character.charCodeAt(0)),
    );
  }
  const little = Buffer.from(encoding.endsWith('mark') ? text : `\ufeff${text}`, 'utf16le');
  return encoding.startsWith('UTF-16LE') ? little : little.swap16();
}

const wide = fc.string({ unit: 'binary' });
const narrow = fc.string({ unit: fc.constantFrom(...WINDOWS, ...'aé ÿ"\',;|\t\n\r=+-@\u0000\u00a0ß') });
const headers = fc.subarray([...SPELLINGS.keys()], { minLength: 2 });

describe('openTable', () => {
  it('reads any table that a correct CSV writer wrote cell for cell, in any dialect and encoding', async () => {
    const written = fc.constantFrom(...ENCODINGS).chain((encoding) =>
      fc.record({
        encoding: fc.constant(encoding),
        delimiter: fc.constantFrom(...DELIMITERS),
        lineEnd: fc.constantFrom(...LINE_ENDS),
        quoted: fc.boolean(),
        pieceBytes: fc.constantFrom(1, 7, 65_536),
        table: headers.chain((header) => {
          const cell = encoding === 'Windows-1252' ? narrow : wide;
          const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
          return fc.array(row, { maxLength: 8 }).map((rows) => [header, ...rows]);
        }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(written, async ({ encoding, delimiter, lineEnd, quoted, pieceBytes, table }) => {
        const text = stringify(table, {
          delimiter,
          record_delimiter: lineEnd,
          quoted,
          quoted_match: /[\r\n]/,
        });
        const bytes = encoded(text, encoding);
        // A cell in quotes, and a first cell that is a whole line, have a layer too many: tests of their own.
        fc.pre(
          table
            .slice(1)
            .every(
              (cells) => !cells.some((one) => /^\s*".*"\s*$/s.test(one)) && cells.slice(1).some(Boolean),
            ),
        );
        // Bytes that are UTF-8 by chance are read as that: no one could tell.
        fc.pre(
          encoding !== 'Windows-1252' ||
            Buffer.from(bytes.toString()).compare(bytes) !== 0 ||
            /^[\x00-\x7f]*$/.test(text),
        );
        const opened = await tableOf(bytes, pieceBytes);
        const rows = (await Array.fromAsync(opened.rows())).flat();
        expect(rows.map(({ cells }) => cells)).toEqual(table);
        expect(rows.map(({ row }) => row)).toEqual(table.map((_, index) => index + 1));
        expect(opened.delimiter).toBe(delimiter);
        if (!/^[\x00-\x7f]*$/.test(text))
          expect(opened.encoding).toMatch(new RegExp(`^${encoding.replace(/ with.*/, '')}`));
      }),
      { numRuns: 100 },
    );
  });
});
