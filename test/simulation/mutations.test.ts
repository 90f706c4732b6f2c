import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { THEMES } from './workloads.ts';

const themes = THEMES.map(({ name }) => name);

describe('mutations of the protocol', () => {
  it.each(MUTATIONS)('$name: its places stand once, and its themes exist', (mutation) => {
    for (const { file, find } of mutation.edits) {
      expect(readFileSync(join('functions', file), 'utf8').split(find), file).toHaveLength(2);
    }
    expect(themes).toEqual(expect.arrayContaining([...(mutation.themes ?? [])]));
  });
});
