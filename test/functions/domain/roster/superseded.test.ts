import { describe, expect, it } from 'vitest';
import { NO_ROSTER } from '../../../../functions/domain/roster/activation.ts';
import type { RosterVersion } from '../../../../functions/domain/roster/roster-version.ts';
import { supersededBy } from '../../../../functions/domain/roster/superseded.ts';

const HELD = [{ code: 'filers-gone', reason: 'x' }] as const;

function version(name: string, rest: Partial<RosterVersion> = {}): RosterVersion {
  return {
    version: name,
    uploadedAt: `2018-10-2${name.slice(1)}T12:00:00Z`,
    kind: 'update',
    key: 'inbox/update/a.csv',
    complete: true,
    held: HELD,
    rows: { accepted: 300, rejected: 0, warned: 0, unreachable: 0 },
    ...rest,
  } as RosterVersion;
}

const rows = (accepted: number) => ({ accepted, rejected: 0, warned: 0, unreachable: 0 });
const activated = (name: string) => ({
  ...NO_ROSTER,
  version: name,
  decisions: [{ action: 'activate', version: name, from: null, by: 'intake', why: '', at: '' } as const],
});
const KEY = 'inbox/update/20181022T120000Z-1a2b3c4d/correction.csv';

describe('supersededBy', () => {
  it.each<[string, RosterVersion, Parameters<typeof supersededBy>[1]['active'], boolean]>([
    ['a later upload of the same kind that is held too', version('v2'), NO_ROSTER, true],
    ['a later one that became active', version('v2', { held: [] }), activated('v2'), true],
    [
      'a whole roster that became active, however short',
      version('v2', { kind: 'roster', rows: rows(2) }),
      activated('v2'),
      true,
    ],
    ['a whole roster that is only held', version('v2', { kind: 'roster' }), NO_ROSTER, false],
    ['a shorter list', version('v2', { rows: rows(299) }), activated('v2'), false],
    ['a later one that was rejected', version('v2'), { ...NO_ROSTER, retired: { v2: 'rejected' } }, false],
    ['one that is still being read', version('v2', { complete: false }), NO_ROSTER, false],
    ['an earlier one', version('v0'), activated('v0'), false],
    ['a correction of one filer', version('v2', { key: KEY }), activated('v2'), false],
  ])('by %s', (_name, later, active, isSuperseded) => {
    expect(supersededBy(version('v1'), { versions: [later], active })).toBe(isSuperseded ? later : null);
  });
});
