import { globSync, readFileSync } from 'node:fs';

/** A test or a group of tests whose title begins with `attack: `, as its source has it. */
export interface AttackTitle {
  /** The test's file from the repository's root. */
  readonly file: string;
  /** What the attacker does and what happens; `%s` and `$name` stand for what differs from case to case. */
  readonly title: string;
}

const TITLE = /(?<=[(\s])(['"`])attack: ((?:\\.|(?!\1).)+)\1,/g;

/** Every attack that the fast tests try, in the order of files and lines. */
export function attackTitles(): AttackTitle[] {
  return globSync('test/**/*.test.{ts,tsx}', { exclude: ['**/*.{deep,nightly}.test.*'] })
    .sort()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(TITLE)].map(([, , title]) => ({
        file,
        title: title!.replaceAll(/\\(.)/g, '$1'),
      })),
    );
}

/** Matches what a title becomes in a report: Vitest puts the case's values into it. */
export function titlePattern(title: string): RegExp {
  const parts = title.split(/%\.?\d*[sdifjoO#$]|\$[a-zA-Z_.]+/);
  const escaped = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll('%%', '%'));
  return new RegExp(`^attack: ${escaped.join('.*')}$`, 's');
}
