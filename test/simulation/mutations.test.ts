import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { WORKLOADS } from './workloads.ts';

const workloads = WORKLOADS.map(({ name }) => name);

describe('mutations of the protocol', () => {
  it.each(MUTATIONS)('$name: its places occur once, and its workloads exist', (mutation) => {
    for (const { file, find } of mutation.edits) {
      expect(readFileSync(join('functions', file), 'utf8').split(find), file).toHaveLength(2);
    }
    expect(workloads).toEqual(expect.arrayContaining([...(mutation.workloads ?? [])]));
  });
});
