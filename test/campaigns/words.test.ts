import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../campaigns/campaign.ts';
import { CAMPAIGNS } from '../../local/lib/campaign.ts';
import { namesOf } from '../support/docs/campaign-names.ts';
import { type Wording, wordingOf, wordsOf } from '../support/docs/code-words.ts';

// The engine names no campaign: what a launch is about is in campaigns/ and templates/ alone.

/** Words of the changes that are in no campaign's tables as they stand. */
const WORDS = ['NextGen', 'nextgen', 'PACER', 'CM/ECF', 'go-live', 'outage', 'link status'];

/** Names of a campaign that are words of the engine too, and why. */
const ORDINARY: readonly { readonly reason: string; readonly words: readonly string[] }[] = [
  {
    reason: 'English, in any sentence and many a name',
    words: [
      'to',
      'from',
      'other',
      'others',
      'own',
      'own-account',
      'none',
      'nothing',
      'unknown',
      'closed',
      'shared',
    ],
  },
  {
    reason: 'what any roster has, whatever the campaign: a phone, an address, a kind of filer',
    words: ['email', 'address', 'phone', 'user_type', 'hours', 'notice', 'wording'],
  },
  {
    reason: 'the engine’s own: times, versions, checks, holds and answers',
    words: [
      'date',
      'time',
      'certainty',
      'deadline',
      'active',
      'failed',
      'pending',
      'check',
      'confirm',
      'steps',
    ],
  },
  {
    reason:
      'the engine’s own: a cell’s conflict, a header’s advice, an announced date, a second message about a hold',
    words: ['conflict', 'advice', 'announcement', 'reminder'],
  },
  {
    reason: 'the web’s and AWS’s: links, HTTP methods, error codes, passwords, forms, CSS, Cognito, S3',
    words: [
      'link',
      'app',
      'access',
      'service',
      'methods',
      'codes',
      'password',
      'register',
      'software',
      'restore',
      'backup',
      'media',
      'mfa',
      'selected',
    ],
  },
];

/** Where a campaign's name stays, and why. */
const ALLOWED: readonly {
  readonly path: RegExp;
  readonly words: readonly string[];
  readonly reason: string;
}[] = [
  { path: /^functions\/aws\//, words: ['go-live', 'link status', 'filing'], reason: 'stored' },
  {
    path: /^functions\/ingest-roster\/row\/columns\.ts$/,
    words: ['attorney'],
    reason: 'headers that courts give to a name and a bar id',
  },
];

const ordinary = new Set(ORDINARY.flatMap(({ words }) => words).map(wordsOf));
const names = new Set(WORDS.map(wordsOf));
for (const name of CAMPAIGNS) {
  const { campaign } = (await import(`../../campaigns/${name}/campaign.ts`)) as { campaign: Campaign };
  for (const found of Object.values(namesOf(campaign)).flat()) names.add(wordsOf(found));
}
/** Any of the names, as whole words, in the singular or the plural; the longest first. */
const pattern = new RegExp(
  `(?<= |^)(?:${[...names]
    .filter((name) => !ordinary.has(name))
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?=s?(?: |$))`,
  'g',
);

/** The campaigns' names in a file, with the line of each. Comments may show an example. */
function findsIn(path: string): string[] {
  const allowed = ALLOWED.filter((one) => one.path.test(path)).flatMap(({ words }) => words.map(wordsOf));
  return wordings(path).flatMap((wording) =>
    [...wording.words.matchAll(pattern)]
      .filter(([name]) => !allowed.includes(name))
      .map(([name]) => `${path}:${wording.line}: ${name}`),
  );
}

const known = new Map<string, Wording[]>();

/** What a file says in names and texts; parsed once. */
function wordings(path: string): Wording[] {
  const found = known.get(path) ?? read(path).filter(({ kind }) => kind !== 'comment');
  known.set(path, found);
  return found;
}

function read(path: string): Wording[] {
  if (!path.endsWith('.scss')) return wordingOf(path);
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((text, at) => ({
    line: at + 1,
    kind: 'text',
    words: wordsOf(text.replace(/\/\/.*/, '')),
  }));
}

describe('the engine', () => {
  const paths = globSync('{functions,infra,local,assets}/**/*.{ts,tsx,scss}').filter(
    (path) => !path.includes('.generated.'),
  );

  it('is looked through for the names of the campaigns', () => {
    expect(paths.length).toBeGreaterThan(500);
    expect(names.size).toBeGreaterThan(80);
    expect(findsIn('campaigns/nextgen/kinds.ts').length).toBeGreaterThan(10);
  });

  it('has no name of a campaign', () => {
    expect(paths.flatMap(findsIn)).toEqual([]);
  });

  it('needs every exception that is made for it', () => {
    const texts = paths.flatMap(wordings);
    const isUsed = (word: string) => texts.some(({ words }) => new RegExp(`\\b${word}s?\\b`).test(words));
    expect([...ordinary].filter((word) => !names.has(word) || !isUsed(word))).toEqual([]);
  });
});
