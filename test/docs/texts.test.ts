import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordingOf, wordsOf } from '../support/docs/code-words.ts';

/** Its last tables have the words and phrases that no page, message or report may use. */
const page = readFileSync('docs/glossary.md', 'utf8');
const [, english = ''] = page.split('## Plain English');
const retired = [...english.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
  [...cell!.matchAll(/`([^`]+)`/g)].map(([, word]) => wordsOf(word!)),
);

/** Texts that use such a word rightly: data that rosters contain, the names of codes, and sample addresses. */
const RIGHT: readonly RegExp[] = [
  /^nobody told$/,
  /^gave up$/,
  /^nobody example com$/,
  / donotreply nobody unknown /,
];

/** Files of people's texts, by what shows them. */
const FOLDERS = {
  'the console’s pages': 'functions/console/**/*.{ts,tsx}',
  'answers to commands': 'functions/{commands,queries,domain,start-phase,plan-launch}/**/*.ts',
  'reports of uploads': 'functions/ingest-roster/**/*.ts',
  'emails to staff': '{functions/notify-staff/**/*.ts,templates/staff/**/*.md}',
  'the command line': 'local/{ops,check,preflight,upload,lib}/**/*.{ts,tsx}',
  'the rehearsal’s report': 'local/rehearse/**/*.{ts,tsx}',
  'the start’s messages and the clock’s page': 'local/start/**/*.{ts,tsx}',
  'the inbox and the sign-in page': 'local/cloud/{ses,console}/**/*.{ts,tsx}',
  'drills and alarms': '{local/drill,infra}/**/*.ts',
  'campaigns’ words': 'campaigns/**/*.ts',
} as const;

function textsIn(path: string): { readonly words: string; readonly place: string }[] {
  if (path.endsWith('.md')) {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.map((line, at) => ({ words: wordsOf(line), place: `${path}:${at + 1}` }));
  }
  return wordingOf(path)
    .filter(({ kind }) => kind === 'text')
    .map((wording) => ({ words: wording.words, place: `${path}:${wording.line}` }));
}

describe('what people read', () => {
  it('is checked for the words that the glossary avoids', () => {
    expect(retired).toEqual(
      expect.arrayContaining(['somebody', 'nobody', 'by itself', 'so many', 'stands', 'goes out']),
    );
  });

  it.each(Object.entries(FOLDERS))('sounds native in %s', (_, pattern) => {
    const paths = globSync(pattern).filter((path) => !path.includes('.generated.'));
    expect(paths.length).toBeGreaterThan(2);
    const found = paths
      .flatMap(textsIn)
      .filter(({ words }) => !RIGHT.some((one) => one.test(words)))
      .flatMap(({ words, place }) =>
        retired.filter((word) => ` ${words} `.includes(` ${word} `)).map((word) => `${place}: ${word}`),
      );
    expect(found).toEqual([]);
  });
});
