import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAST } from '../../examples/nysb-2018/cast.ts';
import { makeExample } from '../../examples/nysb-2018/make.ts';
import { USER_TYPES } from '../../functions/domain/filer/filer.ts';
import { exampleUploads, launch } from '../oracle/example.ts';
import { expectLaunch } from '../oracle/launch.ts';
import { bareOf, rosterAt } from '../oracle/roster.ts';
import { readState } from '../oracle/state.ts';

const folder = join(import.meta.dirname, '../../examples/nysb-2018');
const { roster, updates } = exampleUploads();

describe('the example of nysb-2018', () => {
  it('is what make.ts writes', () => {
    const made = makeExample();
    for (const [path, content] of made) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(content);
    const committed = readdirSync(join(folder, 'updates')).map((file) => `updates/${file}`);
    expect(['roster.csv', ...committed].sort()).toEqual([...made.keys()].sort());
  });

  it('shows every rule of the decision table', () => {
    const times = [roster.at, ...updates.map(({ at }) => at)];
    const rules = times.flatMap((at) =>
      [...rosterAt(roster, updates, at).values()].map((cells) => readState(cells, launch.goLive.date).rule),
    );
    const all = Array.from({ length: 14 }, (_, index) => index + 1);
    expect([...new Set(rules)].sort((a, b) => a - b)).toEqual(all);
  });

  it('has people of every kind', () => {
    const types = new Set(
      [...rosterAt(roster, [], roster.at).values()].map(({ user_type }) => bareOf(user_type!)),
    );
    const missing = USER_TYPES.filter((type) => type !== 'unknown' && !types.has(bareOf(type)));
    expect(missing).toEqual([]);
  });

  it('gives every person of the cast another login', () => {
    const ids = CAST.map(({ row }) => row.cmecf_user_id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes to no one outside the domains that are kept for examples', () => {
    const addresses = [...rosterAt(roster, updates, '2019-01-01T00:00').values()].map(({ email }) => email!);
    const kept = /@([a-z]+\.)?example\.(com|org|net)$|^[a-z]+\+[a-z]+@simulator\.amazonses\.com$/i;
    const odd = addresses.filter((address) => address.includes('@') && !kept.test(address));
    expect(odd).toEqual([]);
  });

  it('has follow-ups that shrink as people link', () => {
    const mailed = expectLaunch(launch, { roster, updates }).filter(({ outcome }) => 'to' in outcome);
    const sizes = ['launch-day', 'follow-up-1', 'follow-up-2', 'follow-up-3', 'follow-up-4'].map(
      (phase) => mailed.filter(({ phaseId }) => phaseId === phase).length,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(sizes.length);
    expect(sizes.at(-1)).toBeGreaterThan(10);
  });
});
