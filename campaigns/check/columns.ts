import type { Campaign } from '../campaign.ts';
import type { Column, Columns } from '../column.ts';
import { type Found, quoted, type Surroundings } from './problem.ts';

/** Columns that can't be told apart, and progress that no column says. */
export function checkColumns(campaign: Campaign, around: Surroundings): Found[] {
  return [
    ...repeatedHeaders(campaign, around),
    ...repeatedFacts(campaign.columns),
    ...Object.entries(campaign.columns).flatMap(([name, column]) => repeatedWords(name, column, around)),
    ...checkProgress(campaign),
  ];
}

function repeatedHeaders({ key, columns }: Campaign, { columns: engine, comparable }: Surroundings): Found[] {
  const headers = [
    ...Object.entries(engine).map(([name, synonyms]) => ({ name, synonyms, whose: 'the engine’s ' })),
    { name: key.column, synonyms: key.synonyms, whose: '' },
    ...Object.entries(columns).map(([name, { synonyms }]) => ({ name, synonyms, whose: '' })),
  ];
  const owners = new Map<string, (typeof headers)[number]>();
  return headers.flatMap((column) => {
    const spellings = new Map([column.name, ...column.synonyms].map((text) => [comparable(text), text]));
    return [...spellings].flatMap(([spelling, text]) => {
      const owner = owners.get(spelling);
      if (!owner) owners.set(spelling, column);
      if (!owner) return [];
      const found = `the header "${text}" also means ${owner.whose}column "${owner.name}"`;
      return [problem(column.name, { found, expected: 'a header or synonym can mean only one column' })];
    });
  });
}

function repeatedFacts(columns: Columns): Found[] {
  const owners = new Map<string, string>();
  return Object.entries(columns).flatMap(([name, { fact }]) => {
    const owner = owners.get(fact);
    owners.set(fact, owner ?? name);
    if (!owner) return [];
    const found = `column "${owner}" also gives the fact "${fact}"`;
    return [problem(name, { found, expected: 'each column gives a fact of its own' })];
  });
}

function repeatedWords(name: string, column: Column, { comparable }: Surroundings): Found[] {
  if (column.type !== 'word' && column.type !== 'words') return [];
  const owners = new Map<string, string>();
  return Object.entries(column.words).flatMap(([word, { synonyms }]) =>
    [...new Set([word, ...synonyms].map(comparable))].flatMap((spelling) => {
      const owner = owners.get(spelling);
      owners.set(spelling, owner ?? word);
      if (!owner) return [];
      const found = `"${spelling}" means both "${owner}" and "${word}"`;
      return [problem(name, { found, expected: 'a value or synonym can mean only one value' })];
    }),
  );
}

function checkProgress({ columns, progress }: Campaign): Found[] {
  const needed = { status: 'word', asOf: 'day' } as const;
  return Object.entries(needed).flatMap(([member, type]) => {
    const name = progress[member as keyof typeof needed];
    if ((columns as Columns)[name]?.type === type) return [];
    const fitting = Object.entries(columns).flatMap(([header, column]) =>
      column.type === type ? [header] : [],
    );
    const found = `there is no column "${name}" of type "${type}"`;
    const expected = fitting.length ? `name one of ${quoted(fitting)}` : 'add one';
    return [{ table: 'columns', row: `progress.${member}`, found, expected }];
  });
}

function problem(column: string, rest: Pick<Found, 'found' | 'expected'>): Found {
  return { table: 'columns', row: `column "${column}"`, ...rest };
}
