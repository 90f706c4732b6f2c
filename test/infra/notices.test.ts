import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOTICES, notices } from '../../infra/notices.ts';

const current = await notices();
const assets: string[] = Object.keys((await import('../../functions/console/assets.generated.js')).assets);

describe('THIRD-PARTY-NOTICES.md', () => {
  it('is what `npm run notices` writes now', () => {
    expect(readFileSync(NOTICES, 'utf8')).toBe(current);
  });

  it('has the terms of every license that a library names', () => {
    const rows = [...current.matchAll(/^\| \S+ \| [\d.]+ \| (\S+) \|$/gm)];
    const licenses = rows.map(([, license]) => license);
    expect(licenses.length).toBeGreaterThan(40);
    expect(new Set(licenses)).toEqual(
      new Set(['Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'MIT', 'MIT-0']),
    );
    for (const license of licenses) expect(current).toContain(`## ${license}: `);
  });

  it('names every font that the console serves', () => {
    const fonts = assets.filter((path) => path.startsWith('fonts/')).map((path) => path.split('/')[1]);
    expect(new Set(fonts)).toEqual(new Set(['public-sans']));
    expect(current).toContain('Public Sans: copyright');
  });
});
