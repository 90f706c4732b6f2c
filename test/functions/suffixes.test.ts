import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = globSync('functions/**/*.ts').map((path) => ({ path, source: readFileSync(path, 'utf8') }));
const isPlain = (path: string) => !/\.(lambda|client|generated)\.ts$|\.d\.ts$/.test(path);

const OUTSIDE: [what: string, pattern: RegExp][] = [
  ['an AWS SDK', /from '@aws-sdk\//],
  ['the environment', /process\.(env|argv|stdout|exit)/],
  ['the clock of the machine', /Date\.now\(|new Date\(\)|Temporal\.Now|performance\.now/],
  ['the file system or the network', /from 'node:(fs|fs\/promises|http|https|net|child_process|timers.*)'/],
];

describe('a plain file in functions/', () => {
  const plain = files.filter(({ path }) => isPlain(path));

  it('is there to be tested', () => {
    expect(plain.length).toBeGreaterThan(10);
  });

  it.each(OUTSIDE)('does not touch %s', (_what, pattern) => {
    expect(plain.filter(({ source }) => pattern.test(source)).map(({ path }) => path)).toEqual([]);
  });

  it('imports values only from plain files', () => {
    const impure = plain.filter(({ source }) =>
      [...source.matchAll(/^import (?!type )([^;]*?) from '(.*\.(?:client|lambda)\.ts)'/gm)].some(
        ([, names]) => !/^\{(\s*type \w+,?)+\s*\}$/.test(names ?? ''),
      ),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });
});

describe('an entry', () => {
  it('exports create and handler', () => {
    const entries = files.filter(({ path }) => path.endsWith('.lambda.ts'));
    expect(entries.length).toBeGreaterThan(4);
    const broken = entries.filter(
      ({ source }) =>
        !/export const create: Create</.test(source) ||
        !/export const handler = lambda\(create\)/.test(source),
    );
    expect(broken.map(({ path }) => path)).toEqual([]);
  });
});
