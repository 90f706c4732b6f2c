import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/dependencies.md', 'utf8');
const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The packages in the table of a section, with their reasons. */
function rowsOf(section: string): [name: string, why: string][] {
  const text = page.split(`## ${section}\n`)[1]!.split('\n## ')[0]!;
  return [...text.matchAll(/^\| `(\S+)` \| (.*) \|$/gm)].map(([, name, why]) => [name!, why!.trim()]);
}

describe('docs/dependencies.md', () => {
  it.each([
    ['What is deployed', dependencies],
    ["What stays on the developer's machine", devDependencies],
  ])('has, under "%s", each package of package.json with its reason', (section, packages) => {
    const rows = rowsOf(section);
    expect(rows.map(([name]) => name)).toEqual(Object.keys(packages).toSorted());
    expect(rows.filter(([, why]) => why.length < 5)).toEqual([]);
  });
});
