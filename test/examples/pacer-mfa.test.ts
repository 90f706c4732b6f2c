import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../campaigns/pacer-mfa/kinds.ts';
import { CAST } from '../../examples/pacer-mfa/cast.ts';
import { makeExample } from '../../examples/pacer-mfa/make.ts';

interface Launch {
  readonly opens: { readonly date: string };
  readonly deadline: { readonly date: string };
  readonly mfaStatusMaxAgeDays: number;
  readonly phases: readonly {
    readonly id: string;
    readonly kind: keyof typeof kinds;
    readonly when: { readonly days: number; readonly anchor: 'opens' | 'deadline'; readonly at: string };
  }[];
}

const folder = join(import.meta.dirname, '../../examples/pacer-mfa');
const launch = JSON.parse(readFileSync(join(folder, 'launch.json'), 'utf8')) as Launch;
const made = makeExample();

describe('the example of PACER MFA', () => {
  it('is what make.ts writes', () => {
    for (const [path, content] of made) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(content);
    const committed = readdirSync(join(folder, 'updates')).map((file) => `updates/${file}`);
    expect(['roster.csv', ...committed].sort()).toEqual([...made.keys()].sort());
  });

  it('gives each person of the cast another name', () => {
    const names = CAST.map(({ row }) => row.last_name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('writes to no one outside the domains that are kept for examples', () => {
    const addresses = [...made.values()].join('\n').match(/[^\s,"]+@[^\s,"]+/g) ?? [];
    const kept = /@([a-z]+\.)?example\.(com|org|net)$|^[a-z]+\+[a-z]+@simulator\.amazonses\.com$/i;
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => !kept.test(address))).toEqual([]);
  });

  it('has fresh enrollment status before each phase that needs it', () => {
    const lists = [...made.keys()].filter((path) => path.endsWith('-mfa.csv')).map(timeOf);
    const needing = launch.phases.filter(({ kind }) => 'needsProgress' in kinds[kind]);
    expect(needing.length).toBe(6);
    for (const { id, when } of needing) {
      const start = Temporal.PlainDate.from(launch[when.anchor].date)
        .add({ days: when.days })
        .toPlainDateTime(when.at);
      const oldest = start.subtract({ days: launch.mfaStatusMaxAgeDays });
      const isFresh = (list: Temporal.PlainDateTime) =>
        Temporal.PlainDateTime.compare(list, start) < 0 && Temporal.PlainDateTime.compare(list, oldest) >= 0;
      expect(lists.some(isFresh), id).toBe(true);
    }
  });
});

/** `updates/2025-10-01T1500-mfa.csv` comes in at three in the afternoon. */
function timeOf(path: string): Temporal.PlainDateTime {
  const [, day, hour, minute] = /(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})-/.exec(path)!;
  return Temporal.PlainDateTime.from(`${day}T${hour}:${minute}`);
}
