import type { Results } from '../lib/results.ts';

/** A figure of the page, and what it should be. */
export interface Figure {
  readonly what: string;
  readonly part: string;
  /** Its name among the part's results. */
  readonly name: string;
  readonly unit: '×' | 'MB' | 'KB' | '%' | '';
  /** Whether more or less is better. */
  readonly aim: { readonly most: number } | { readonly least: number };
}

/** Ratios first. To show another figure, add a row. */
export const FIGURES: readonly Figure[] = [
  {
    what: 'CPU per email, compared with the SDK’s bare `SendRawEmail`',
    part: 'sender',
    name: 'cpuBesideBareCall',
    unit: '×',
    aim: { most: 1.5 },
  },
  {
    what: 'the sender’s start, compared with bare Node',
    part: 'sender',
    name: 'readyBesideBareNode',
    unit: '×',
    aim: { most: 2.5 },
  },
  {
    what: 'a rehearsal’s CPU, compared with one bare call per email',
    part: 'rehearsal',
    name: 'cpuBesideBareCalls',
    unit: '×',
    aim: { most: 10 },
  },
  {
    what: 'CPU to read and check a roster row, compared with csv-parse',
    part: 'roster',
    name: 'decideBesideCsvParse',
    unit: '×',
    aim: { most: 4 },
  },
  {
    what: 'CPU to ingest a roster row, µs',
    part: 'roster',
    name: 'microsecondsARow',
    unit: '',
    aim: { most: 80 },
  },
  {
    what: 'the console’s slowest page with 100,000 filers: 95th percentile, ms',
    part: 'console',
    name: 'slowestPageP95',
    unit: '',
    aim: { most: 150 },
  },
  {
    what: 'the console’s largest page with 100,000 filers',
    part: 'console',
    name: 'largestPageKilobytes',
    unit: 'KB',
    aim: { most: 100 },
  },
  {
    what: '`npm start` while idle: share of one core',
    part: 'idle',
    name: 'shareOfACore',
    unit: '%',
    aim: { most: 0.01 },
  },
  {
    what: 'requests to AWS per email, at 200 emails a second',
    part: 'sender',
    name: 'callsAnEmailAt200',
    unit: '',
    aim: { most: 1.3 },
  },
  {
    what: 'share of the allowed rate that one sender uses, at 200 a second',
    part: 'sender',
    name: 'rateUsedAt200',
    unit: '%',
    aim: { least: 0.98 },
  },
  {
    what: 'memory of the sender at 200 a second',
    part: 'sender',
    name: 'megabytesAt200',
    unit: 'MB',
    aim: { most: 200 },
  },
  {
    what: 'memory of the sender without a limit',
    part: 'sender',
    name: 'megabytesUnthrottled',
    unit: 'MB',
    aim: { most: 250 },
  },
  {
    what: 'the sender’s bundle',
    part: 'sender',
    name: 'bundleKilobytes',
    unit: 'KB',
    aim: { most: 500 },
  },
];

/** Rows of the page’s table; a part that was never measured says so. */
export function figureRows(results: Results): string[][] {
  return FIGURES.map(({ what, part, name, unit, aim }) => {
    const found = results[part]?.[name];
    const figure = typeof found === 'number' ? found : null;
    const [sign, bound] = 'most' in aim ? (['≤', aim.most] as const) : (['≥', aim.least] as const);
    const isMet = figure !== null && ('most' in aim ? figure <= bound : figure >= bound);
    const measured = figure === null ? 'not measured yet' : shown(figure, unit);
    return [
      what,
      measured,
      `${sign} ${shown(bound, unit)}`,
      figure === null ? '' : isMet ? 'met' : 'not met',
    ];
  });
}

function shown(figure: number, unit: Figure['unit']): string {
  if (unit === '%') return `${Number((figure * 100).toPrecision(2))} %`;
  const rounded = Number(figure.toPrecision(3)).toLocaleString('en');
  return unit ? `${rounded} ${unit}` : rounded;
}
