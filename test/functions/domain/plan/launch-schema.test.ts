import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { launchSchema } from '../../../../functions/domain/plan/launch-schema.ts';
import { planWith } from '../../../support/builders/plan.ts';

const committed = readFileSync('examples/nysb-2018/launch.schema.json', 'utf8');

describe('launchSchema', () => {
  it('is what examples/nysb-2018/launch.schema.json holds: otherwise run npm run launch:schema', () => {
    expect(committed).toBe(launchSchema());
  });

  it('describes every member to the editor', () => {
    const nameless: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        const isMember = path.endsWith('.properties');
        if (isMember && !(inner as { description?: string }).description) nameless.push(`${path}.${key}`);
        walk(inner, `${path}.${key}`);
      }
    };
    walk(JSON.parse(committed), '$');
    expect(nameless).toEqual([]);
  });

  it('takes the example, and refuses what is misspelt or left out', () => {
    const schema = z.fromJSONSchema(JSON.parse(committed));
    const example = JSON.parse(readFileSync('examples/nysb-2018/launch.json', 'utf8'));
    expect(schema.safeParse(example).success).toBe(true);
    for (const changes of [{ name: undefined }, { 'court.zoen': 'UTC' }, { 'goLive.time': '8:30' }]) {
      expect(schema.safeParse(planWith(changes)).success).toBe(false);
    }
  });
});
