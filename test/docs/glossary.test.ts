import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Wording, wordingOf, wordsOf } from '../support/docs/code-words.ts';

const page = readFileSync('docs/glossary.md', 'utf8');

/** The rows of the page's tables, by their cells: four for a term, two for words to avoid. */
const rows = [...page.matchAll(/^\|(?! term| avoid|-)(.*)\|$/gm)].map(([, row]) => row!.split('|'));
const terms = rows.filter(({ length }) => length === 4);
const avoided = rows.filter(({ length }) => length === 2);
const wordsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
/** The words that the page retires: in the last column of its terms, and in the first of what to avoid. */
const retired = [...terms.map((cells) => cells[3]!), ...avoided.map((cells) => cells[0]!)].flatMap(wordsIn);

/** Ordinary English as well: retired as a whole name, welcome in comments and in longer names. */
const ORDINARY = [
  'acts',
  'barred',
  'go on',
  'lost',
  'made up',
  'sent alone',
  'slow down',
  'spare',
  'trip',
  'turn',
];

/** Where a retired word stays, and why. */
const ALLOWED: readonly {
  readonly path: RegExp;
  readonly words: readonly string[];
  readonly reason: string;
}[] = [
  {
    path: /^functions\/aws\//,
    words: ['acts', 'barred', 'lost', 'turn', 'untold', 'written out'],
    reason: 'names of stored attributes, translated here',
  },
  {
    path: /^functions\/send-email\/send-chunk\.ts$/,
    words: ['turn'],
    reason: 'a field of log lines',
  },
  {
    path: /^functions\/console\/phases\//,
    words: ['turn'],
    reason: 'a field of the release form',
  },
  {
    path: /^functions\/plan-launch\//,
    words: ['in force'],
    reason: 'a member of the reports beside uploads, which programs read',
  },
];

/** What is left from before this rule, by word. A count may shrink only. */
const LEFT: Readonly<Record<string, number>> = {};

interface Find {
  readonly word: string;
  readonly place: string;
}

/** Texts are left out: they are for the readers of pages, emails and reports, and have their own tests. */
function findsIn(path: string): Find[] {
  const wordings = wordingOf(path).filter(({ kind }) => kind !== 'text');
  return wordings.flatMap((wording) =>
    retired
      .filter((word) => isIn(wording, word) && !isAllowed(path, word))
      .map((word) => ({ word, place: `${path}:${wording.line}` })),
  );
}

function isIn({ kind, words }: Wording, word: string): boolean {
  if (ORDINARY.includes(word)) return kind === 'identifier' && words === wordsOf(word);
  return ` ${words} `.includes(` ${wordsOf(word)} `);
}

function isAllowed(path: string, word: string): boolean {
  return ALLOWED.some((one) => one.path.test(path) && one.words.includes(word));
}

describe('docs/glossary.md', () => {
  const paths = globSync('{functions,infra,local}/**/*.{ts,tsx}').filter(
    (path) => !path.includes('.generated.'),
  );
  const finds = Map.groupBy(paths.flatMap(findsIn), ({ word }) => word);

  it('retires words', () => {
    expect(retired.length).toBeGreaterThan(30);
    expect(Object.keys(LEFT).filter((word) => !retired.includes(word))).toEqual([]);
  });

  it('shows each term where the code has it', () => {
    const files = globSync('{functions,infra,local,test/simulation}/**/*.{ts,tsx}');
    const code = files.map((path) => readFileSync(path, 'utf8')).join('\n');
    const places = terms.flatMap((cells) => wordsIn(cells[2]!));
    expect(places.length).toBeGreaterThan(50);
    const missing = places.filter(
      (place) => !code.includes(place) && !files.some((path) => path.endsWith(`/${place}`)),
    );
    expect(missing).toEqual([]);
  });

  it('retires "in force" on pages and in commands, too', () => {
    const texts = paths.flatMap((path) =>
      wordingOf(path)
        .filter((wording) => wording.kind === 'text' && isIn(wording, 'in force'))
        .map(({ line }) => `${path}:${line}`),
    );
    expect(texts).toEqual([]);
  });

  it.each(retired)('retires "%s" in code', (word) => {
    const places = (finds.get(word) ?? []).map(({ place }) => place);
    expect(places.length, places.join('\n')).toBeLessThanOrEqual(LEFT[word] ?? 0);
  });
});
