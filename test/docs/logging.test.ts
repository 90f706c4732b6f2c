import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = globSync('functions/**/*.{ts,tsx}')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
const failures = [...source.matchAll(/queueHandler\(\s*\{ log: runtime.log, code: '([^']+)'/g)].map(
  ([, code]) => ({
    level: 'ERROR',
    code: code!,
  }),
);
/** The codes of a call's first argument: one, or the two sides of a choice. */
const codesOf = (argument: string) =>
  [...argument.slice(argument.indexOf('?') + 1).matchAll(/['`]([^'`]+)['`]/g)].map(([, code]) => code!);
const direct = [...source.matchAll(/log\.(info|error)\(([^,;]*)/g)].flatMap(([, level, argument]) =>
  codesOf(argument!).map((code) => ({ level: level!.toUpperCase(), code })),
);
const logged = [...direct, ...failures];
const documented = [...readFileSync('docs/logging.md', 'utf8').matchAll(/^\| `([a-z-]+)` \| (\w+) \|/gm)].map(
  ([, code, level]) => ({ code: code!, level: level! }),
);
/** A code with a variable end, such as `chunk-${end}`, stands for all that begin like it. */
const matches = (written: string, code: string) =>
  new RegExp(`^${written.replace(/\$\{.*\}/, '[a-z-]+')}$`).test(code);

describe('docs/logging.md', () => {
  it('lists every code that a function logs, with its level', () => {
    expect(logged.length).toBeGreaterThan(20);
    const missing = logged.filter(
      ({ code, level }) => !documented.some((row) => matches(code, row.code) && row.level === level),
    );
    expect(missing).toEqual([]);
  });

  it('lists no code that nothing logs', () => {
    const stale = documented.filter(({ code }) => !logged.some((one) => matches(one.code, code)));
    expect(stale).toEqual([]);
  });
});
