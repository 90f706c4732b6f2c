import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import type { PhoneIndexEntry } from '../../../functions/domain/send/phone-index.ts';
import type { CallListServices } from '../../../functions/queries/call-list.ts';
import type { SendLine } from '../../../functions/queries/send-line.ts';
import { withSettled } from '../../../functions/queries/settled-sends.ts';

const COURT = fixtures.skipped[0]!;
const BOUNCED_AT = '2018-07-24T13:00:00Z';
const ABOUT = { version: { version: 'v1', filers: 3 } as RosterVersion, pivotDate: '2018-10-22' };

const line = (filerId: string, status: SendLine['status'] = 'bounced') => ({ filerId, status }) as SendLine;

/** Everyone who is to be called bounced, unless `entry` says otherwise; the call of one settled that. */
function services(
  toCall: readonly string[],
  { called, entry = {} }: { called?: string; entry?: Partial<PhoneIndexEntry> } = {},
): CallListServices {
  const entries = toCall.map((filerId): PhoneIndexEntry => {
    return {
      filerId,
      name: filerId,
      reason: 'hard-bounce',
      state: fixtures.todo,
      since: BOUNCED_AT,
      ...entry,
    };
  });
  const calls = called ? [[called, { settled: { stopped: '2018-07-25T13:00:00Z' } }]] : [];
  return {
    search: {
      phones: async () => ({ format: 1, pivotDate: ABOUT.pivotDate, asOf: BOUNCED_AT, entries }),
    },
    calls: { callStatuses: async () => new Map(calls as never) },
    logReader: { attention: async function* () {} },
    runs: { runs: async () => [] },
    roster: { filersById: async () => new Map() },
    suppression: { suppressed: async () => new Map() },
  } as unknown as CallListServices;
}

describe('withSettled', () => {
  const settledOf = async (lines: readonly SendLine[], ...given: Parameters<typeof services>) => {
    const known = await withSettled(lines, ABOUT, services(...given));
    return known.flatMap(({ filerId, isSettled }) => (isSettled ? [filerId] : []));
  };

  it.each<[who: string, toCall: string[], given: Parameters<typeof services>[1], settled: string[]]>([
    ['who is to be called', ['a'], {}, []],
    ['whose call was recorded', ['a'], { called: 'a' }, ['a']],
    ['who has another address, needs no email any more, or left the roster', [], {}, ['a']],
    ['whose address was removed', ['a'], { entry: { reason: 'unreachable', since: null } }, []],
    ['whose next address refuses emails for now', ['a'], { entry: { reason: 'soft-bounces' } }, ['a']],
    ['who awaits the court', ['a'], { entry: { state: COURT } }, []],
    ['who awaits the court, with another address', ['a'], { entry: { state: COURT, reason: COURT } }, ['a']],
  ])('says of a bounce of a filer %s whether it is settled', async (_who, toCall, given, settled) => {
    expect(await settledOf([line('a')], toCall, given)).toEqual(settled);
  });

  it('says nothing of emails that failed: those are tried again, not called about', async () => {
    expect(await settledOf([line('a', 'failed'), line('b', 'unknown')], [])).toEqual([]);
  });

  it('says nothing of an email in which Amazon SES found malware: it stopped no emails to the address', async () => {
    expect(await settledOf([{ ...line('a'), reason: 'Reject' }], [])).toEqual([]);
  });

  it('settles nothing without an active roster', async () => {
    expect(await withSettled([line('a')], null, services([]))).toEqual([line('a')]);
  });
});
