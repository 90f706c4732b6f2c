import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { survive } from './survive.ts';
import { HEADER, rawRow, textRow, workbook } from './workbook.ts';

const USAGE = `Feeds spoilt files to the roster's intake until the time is up. A file that breaks it is kept
in test/functions/ingest-roster/corpus, where a test reads it ever after.

  npm run fuzz:roster                    a minute
  npm run fuzz:roster -- --seconds 600   longer
  npm run fuzz:roster -- --seed 42       the same files again`;

const CORPUS = new URL('../../functions/ingest-roster/corpus/', import.meta.url);
const EXAMPLE = new URL('../../../examples/nysb-2018/', import.meta.url);
const PIECES = [1, 3, 64, 4096, 65_536];
/** Of larger files small pieces only take time. */
const SMALL_BYTES = 5_000;
/** What has broken parsers before. */
const SHARDS = [
  '"',
  '""',
  '",',
  '"\n',
  '\n"',
  '\r',
  '\r\n',
  '\n\n',
  '\u0000',
  '\u2028',
  '\u000b',
  '\u200b',
  '\u00a0',
  '\ufeff',
  '\ufffd',
  ',',
  ';',
  '\t',
  '|',
  "'",
  '=',
  '<',
  '>',
  '@',
  '\\',
  'sep=;\n',
  '1e999',
  '9'.repeat(400),
  'x'.repeat(70_000),
  '\ud83d\ude00',
  '#N/A',
  '%PDF',
  'PK\u0003\u0004',
  '"""',
  ' "',
  '" ,',
  ',"\n',
  "','",
  '&#39;',
  ' (deceased)',
  ' [',
  ' - DO NOT USE',
  "'00123",
  'jane@example.com,;',
  '<rPh><t>x</t></rPh>',
  '<f t="shared" si="0"/>',
  '<c r="B2"><v>1</v></c>',
  '&amp;amp;',
  'Ã±',
  'MuÃƒÂ±oz',
  '√±',
  '---,---,---\n',
  'Total,2,\n',
  'Page 3 of 7\n',
  '<c r="XFD1"><v>1</v></c>',
  '<c t="s"><v>99</v></c>',
  '<c t="d"><v>2018</v></c>',
  '<row r="1048576">',
  '<row hidden="1">',
  '</row>',
  '</sheetData>',
  '<!--',
  '<![CDATA[',
  '&a;',
  '_x0041_',
  '<a>'.repeat(70),
  `é${' '.repeat(9000)}x`,
].map((text) => Buffer.from(text));

/** Small and fast, and the same for the same seed: mulberry32. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

async function seeds(): Promise<Buffer[]> {
  const roster = readFileSync(new URL('roster.csv', EXAMPLE));
  const few = roster.toString().split('\n').slice(0, 12).join('\n');
  const cells = few.split('\n').map((line) => line.split(',').map((value) => ({ value })));
  return [
    roster,
    Buffer.from(few),
    Buffer.from(few.replaceAll(',', ';').replaceAll('\n', '\r\n')),
    Buffer.from(`\ufeff${few}`, 'utf16le'),
    Buffer.from(few, 'latin1'),
    Buffer.from('uid,name,email\n"a","A ""B"" C","a@example.com"\n"b","x\ny","b@example.com"\n'),
    Buffer.from(
      few
        .split('\n')
        .map((line) => line.replace(/[^,]+/g, "'$&'"))
        .join('\n'),
    ),
    Buffer.from(
      few
        .split('\n')
        .map((line) => `"${line.replaceAll('"', '""')}"`)
        .join('\n'),
    ),
    Buffer.from(few.replaceAll(',', '" ,"')),
    Buffer.from(`${few}\nTotal,11\nRun date,10/29/2018\n${few}`),
    Buffer.from(Buffer.from(few).toString('latin1')),
    Buffer.from(await writeXlsxFile(cells as never).toBuffer()),
    Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>') })),
  ];
}

/** Spoils a file in one to eight places. */
function spoilt(file: Buffer, random: (below: number) => number): Buffer {
  let bytes = file;
  for (let times = 1 + random(8); times > 0; times--) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + random(random(2) ? 8 : 2000));
    const shard = SHARDS[random(SHARDS.length)]!;
    const byte = Buffer.from([random(256)]);
    const change = random(5);
    const middle = [
      byte,
      shard,
      Buffer.alloc(0),
      bytes.subarray(at, to),
      Buffer.concat([bytes.subarray(at, to), shard, bytes.subarray(at, to)]),
    ][change]!;
    bytes = Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(change === 1 ? at : to)]);
  }
  return bytes;
}

const SHEET = `${textRow(1, HEADER)}${textRow(2, ['u1', 'Roe', 'a@example.com'], 'hidden="1"')}${rawRow(
  '<c t="s"><v>0</v></c>',
  '<c s="1"><v>43395.5</v></c>',
  '<c t="str"><f>A1</f><v>b@example.com</v></c>',
)}`;
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="00-0000"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs>';
const TEXTS = '<si><t>u2</t></si><si><r><t>Do</t></r><r><t>e</t></r></si>';

/** A workbook whose XML is spoilt before it is packed: of a packed one, hardly anything is still an archive. */
function spoiltWorkbook(random: (below: number) => number): Buffer {
  const parts: Buffer[] = [SHEET, STYLES, TEXTS].map((xml) => Buffer.from(xml));
  const at = random(parts.length);
  parts[at] = spoilt(parts[at]!, random);
  const [sheet = '', styles = '', texts = ''] = parts.map((part) => part.toString());
  return Buffer.from(workbook({ sheets: { Notes: textRow(1, ['Read me']), Roster: sheet }, styles, texts }));
}

async function main(): Promise<void> {
  const options = {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean' },
  } as const;
  const { seconds, seed, help } = parseArgs({ options }).values;
  if (help) return console.log(USAGE);
  const random = randomOf(Number(seed));
  const files = await seeds();
  const until = performance.now() + 1000 * Number(seconds);
  const counts = { read: 0, refused: 0, failed: 0 };
  while (performance.now() < until) {
    const isWorkbook = random(4) === 0;
    const bytes = isWorkbook ? spoiltWorkbook(random) : spoilt(files[random(files.length)]!, random);
    try {
      const pieces = bytes.length < SMALL_BYTES ? PIECES : PIECES.slice(2);
      counts[await survive(bytes, pieces[random(pieces.length)]!)]++;
    } catch (error) {
      counts.failed++;
      const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`;
      writeFileSync(new URL(name, CORPUS), bytes);
      console.error(`${name}: ${(error as Error).message}`);
    }
  }
  console.log(
    `${counts.read} files read, ${counts.refused} refused, ${counts.failed} failed (seed ${seed}, ${seconds} s)`,
  );
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

await main();
