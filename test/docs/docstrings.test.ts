import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// No linter that reads this TypeScript has such a rule, so the test looks at the line above each export.
const FOLDERS = [
  'campaigns',
  'docs',
  'functions',
  'local',
  'infra',
  'assets',
  'templates',
  'bench',
  'examples',
];

const EXPORT =
  /^export (?:default )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/;

/** What a file declares and exports without a docstring, as `path name`. An overloaded function counts once. */
function undocumentedIn(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const names = lines.map((line) => EXPORT.exec(line)?.[1]);
  return names.flatMap((name, at) => {
    if (!name || names.indexOf(name) < at) return [];
    const above = lines.slice(0, at).findLast((line) => !line.startsWith('// biome-ignore'));
    return above?.endsWith('*/') ? [] : [`${path} ${name}`];
  });
}

describe('every exported function, type and value has a docstring', () => {
  it.each(FOLDERS)('in %s/', (folder) => {
    const paths = globSync(`${folder}/**/*.{ts,tsx}`).filter((path) => !path.includes('.generated.'));
    expect(paths.flatMap(undocumentedIn)).toEqual([]);
  });
});
