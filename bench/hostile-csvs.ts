import { csv, HEADER, type HostileFile, joined, LINE, times } from './hostile-make.ts';

/** CSVs: hostile for their size, since a reader of a gigabyte of honest rows takes its time. */
export const CSVS: readonly HostileFile[] = [
  csv(
    'a letter, 40,000 spaces and a letter, in 100 cells',
    joined(
      `${HEADER}\n`,
      times(100, (at) => `u${at},é${' '.repeat(40_000)}x,jane@example.com\n`),
    ),
  ),
  csv(
    'cells of 9,900 spaces',
    joined(
      `${HEADER}\n`,
      times(1000, (at) => `u${at},é${' '.repeat(9_900)}x,jane@example.com\n`),
    ),
  ),
  csv(
    'cells of 9,900 pieces of misread text',
    joined(
      `${HEADER}\n`,
      times(500, (at) => `u${at},${'Ã±'.repeat(4_950)},jane@example.com\n`),
    ),
  ),
  csv(
    'cells of nested entities',
    joined(
      `${HEADER}\n`,
      times(500, (at) => `u${at},${'&amp;amp;amp;#39;'.repeat(600)},jane@example.com\n`),
    ),
  ),
  csv(
    'cells of 2,000 addresses',
    joined(
      `${HEADER}\n`,
      times(300, (at) => `u${at},Roe,${'a@b.co;'.repeat(1_400)}\n`),
    ),
  ),
  csv('16,384 doubled headers', `${Array(16_384).fill('email').join(',')}\n${LINE}`),
  csv(
    'a header of 8 MB',
    joined(
      'uid,last_name,email',
      times(1_000_000, (at) => `,h${at}`),
      `\n${LINE}`,
    ),
  ),
  csv(
    'a million blank headers with data',
    joined(HEADER, ','.repeat(1_000_000), '\n', 'u1,Roe,jane@example.com', ',x'.repeat(1_000_000), '\n'),
  ),
  csv(
    'a line of 50 MB',
    joined(
      `${HEADER}\nu1,`,
      times(50, () => 'x'.repeat(1_000_000)),
      `\n${LINE}`,
    ),
  ),
  csv(
    'a quote that is never closed, before 150,000 rows',
    joined(
      `${HEADER}\nu1,"Roe,jane@example.com\n`,
      times(150_000, (at) => `u${at},Roe,jane@example.com\n`),
    ),
  ),
  csv(
    'an open quote in each of 80,000 lines',
    joined(
      `${HEADER}\n`,
      times(80_000, (at) => `u${at},"Roe,jane@example.com\n`),
    ),
  ),
  csv(
    'a quote behind the last comma of 100,000 lines',
    joined(
      `${HEADER}\n`,
      times(100_000, (at) => `u${at},Roe,jane@example.com,"\n`),
    ),
  ),
  csv(
    'a space behind one quote in 100,000 lines',
    joined(
      `${HEADER}\n"u" x,"y"\n`,
      times(100_000, (at) => `"u${at}" ,"Roe" ,jane@example.com\n`),
    ),
  ),
  csv(
    '100,000 whole lines in quotes',
    joined(
      `${HEADER}\n`,
      times(100_000, (at) => `"u${at},""Roe, Jr."",jane@example.com"\n`),
    ),
  ),
  csv('200,000 quotes, nothing else', `${HEADER}\n${'"'.repeat(200_000)}\n${LINE}`),
  csv(
    'a million blank lines',
    joined(
      `${HEADER}\n`,
      times(1_000_000, () => ',,\n'),
      LINE,
    ),
  ),
  csv(
    'a million lines of dashes',
    joined(
      `${HEADER}\n`,
      times(1_000_000, () => '---,---,---\n'),
      LINE,
    ),
  ),
  csv(
    '150,000 rows that lack their last cells',
    joined(
      `${HEADER},firm,phone\n`,
      times(150_000, (at) => `u${at},Roe,jane@example.com\n`),
    ),
  ),
  csv(
    '200,000 separators of the wrong kind in a row',
    `${HEADER}\nu1,${';|\t'.repeat(70_000)},jane@example.com\n`,
  ),
  csv(
    '100,000 rows with one key',
    joined(
      `${HEADER}\n`,
      times(100_000, (at) => `u1,Roe ${at},jane@example.com\n`),
    ),
  ),
];
