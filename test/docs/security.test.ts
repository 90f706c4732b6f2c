import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/security.md', 'utf8');

/** The cells of the rows of a section's table, without its head. */
function tableIn(section: string): string[][] {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  const rows = text.split('\n## ')[0]!.matchAll(/^\|(?!-)(.*)\|$/gm);
  return [...rows].map(([, row]) => row!.split('|').map((cell) => cell.trim())).slice(1);
}

describe('the threat model', () => {
  const threats = tableIn('What is defended');

  it('has threats', () => {
    expect(threats.length).toBeGreaterThan(10);
  });

  it.each(threats)('%s, %s: names a test that is there for its defense', (_who, _what, _defense, tests) => {
    const named = [...tests!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !/\.test\.tsx?$/.test(path) || !existsSync(path))).toEqual([]);
  });
});
