import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { madeFrom, shownPages } from '../../../templates/tools/screenshots.ts';

describe('docs/pictures', () => {
  it('shows the emails as they are now; otherwise run npm run screenshots', async () => {
    expect(readFileSync('docs/pictures/made-from.json', 'utf8')).toBe(madeFrom(await shownPages()));
  });
});
