import { expect, it } from 'vitest';
import { keepKnown } from '../../../functions/commands/keep-known.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import { NO_ROSTER } from '../../../functions/domain/roster/activation.ts';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';

const VERSION = {
  version: '20180724T130000Z-1a2b3c4d5e6f',
  kind: 'update',
  base: 'v1',
  key: 'inbox/update/a.csv',
  complete: true,
  held: [{ code: 'facts-lost', reason: 'x' }],
} as unknown as RosterVersion;

it('refuses to read a file again that was deleted, says why, and changes nothing', async () => {
  const done: string[] = [];
  const note = (what: string) => async () => {
    done.push(what);
    return true;
  };
  const services = {
    clock: virtualClock('2018-07-25T13:00:00Z'),
    log: { info: () => {}, error: () => {} },
    roster: { active: async () => NO_ROSTER, version: async () => VERSION, move: note('reject') },
    rosterInbox: { isThere: async () => false, readAgain: note('read') as unknown as () => Promise<void> },
    auditLog: { put: note('audit') as unknown as () => Promise<void> },
  };
  const command = { version: VERSION.version, by: outsideActor(), why: 'blank' };
  const answer = await keepKnown(command, { services, requestId: 'r' });
  expect(answer.done).toBe(false);
  expect(answer.done || answer.reason).toContain('The uploaded file has been deleted');
  expect(done).toEqual([]);
});
