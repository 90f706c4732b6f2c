import { describe, expect, it } from 'vitest';
import type { RosterStore } from '../../../functions/aws/rosters.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { datesOf } from '../../../functions/domain/plan/plan-version.ts';
import type { Attempt, Run } from '../../../functions/domain/run/run.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import type { Recipients } from '../../../functions/domain/send/recipients.ts';
import { earlierReader } from '../../../functions/send-email/earlier.ts';
import { mailPreparer } from '../../../functions/send-email/prepare.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { aFiler } from '../../support/builders/filer.ts';
import { aPlan } from '../../support/builders/plan.ts';

const CANCELLED = 'notice-1_20180724T130000Z';
const run: Run = {
  runId: 'notice-1--2_20180724T130000Z',
  phaseId: 'notice-1',
  kind: 'notice',
  number: 1,
  of: 1,
  scheduledFor: '2018-07-24T13:00:00Z',
  expiresAt: '2018-07-27T13:00:00Z',
  decidedAt: '2018-07-24T13:00:00Z',
  planVersion: 'plan',
  dates: '',
  rosterVersion: 'of the run',
  startedBy: 'person',
  after: [CANCELLED],
};

const legacy = (filerId: string) =>
  aFiler({ filerId, pacerAccounts: ['individual'], pacerAccountType: 'legacy' });
const ROSTERS: Readonly<Record<string, Filer[]>> = {
  'of the run': [legacy('new'), legacy('received'), legacy('gone')],
  newest: [legacy('new'), legacy('received')],
};

const roster: Pick<RosterStore, 'active' | 'activeVersion' | 'filersById'> = {
  active: async () => ({ version: 'newest' }) as never,
  activeVersion: async () => ({ version: 'newest' }) as never,
  filersById: async (version, ids) => {
    const filers = ROSTERS[version]!.filter(({ filerId }) => ids.includes(filerId));
    return new Map(filers.map((filer) => [filer.filerId, filer]));
  },
};

const EARLIER_RUN = {
  kind: 'notice',
  dates: datesOf(aPlan()),
} as Run;

describe('mailPreparer', () => {
  it('reads the log of earlier runs only for filers who would be emailed', async () => {
    const read: [runId: string, filerId: string][] = [];
    const prepare = mailPreparer({
      clock: virtualClock('2018-07-24T13:00:00Z'),
      log: { info: () => {}, error: () => {} },
      planOf: async () => aPlan(),
      roster: roster as RosterStore,
      suppression: { suppressed: async () => new Map() } as never,
      recipients: 'everyone',
      threadOf: async () => undefined,
      earlierOf: earlierReader({ runs: { run: async () => EARLIER_RUN } }),
      frozenAudiences: { ofFiler: async () => undefined },
      oneOffs: { read: async () => null },
      sendLog: {
        factsOf: async (runId, filerId) => {
          read.push([runId, filerId]);
          return filerId === 'received' ? [{ kind: 'sent' } as Fact] : [];
        },
      },
    });
    const attempts = ['new', 'received', 'gone', 'unlisted'].map(
      (filerId): Attempt => ({ filerId, attempt: 1, state: 'needs-upgrade' }),
    );
    const prepared = await prepare(run, attempts);
    expect(prepared.map((one) => ('mail' in one ? one.mail.to : one.reason))).toEqual([
      'jane.doe@example.com',
      'had-before',
      'now-gone',
      'filer-missing',
    ]);
    expect(read).toEqual([
      [CANCELLED, 'new'],
      [CANCELLED, 'received'],
    ]);
  });

  it('marks what a test stage sends, and skips who is not on its list', async () => {
    const prepareFor = (recipients: Recipients) =>
      mailPreparer({
        clock: virtualClock('2018-07-24T13:00:00Z'),
        log: { info: () => {}, error: () => {} },
        planOf: async () => aPlan(),
        roster: roster as RosterStore,
        suppression: { suppressed: async () => new Map() } as never,
        recipients,
        threadOf: async () => undefined,
        earlierOf: earlierReader({ runs: { run: async () => EARLIER_RUN } }),
        frozenAudiences: { ofFiler: async () => undefined },
        oneOffs: { read: async () => null },
        sendLog: { factsOf: async () => [] },
      })(run, [{ filerId: 'new', attempt: 1, state: 'needs-upgrade' }]);
    const [allowed] = await prepareFor(['example.com']);
    const [usual] = await prepareFor('everyone');
    const subjectOf = (one: typeof allowed) =>
      /^Subject: (.*)/m.exec('mail' in one! ? Buffer.from(one.mail.raw).toString() : '')?.[1];
    expect(subjectOf(allowed)).toMatch(/^\[TEST\] /);
    expect(subjectOf(usual)).not.toContain('[TEST]');
    expect(await prepareFor(['example.org'])).toMatchObject([{ kind: 'skipped', reason: 'test-stage' }]);
  });

  it('explains everything unless an earlier email has reached the filer', async () => {
    const prepare = mailPreparer({
      clock: virtualClock('2018-07-24T13:00:00Z'),
      log: { info: () => {}, error: () => {} },
      planOf: async () => aPlan(),
      roster: roster as RosterStore,
      suppression: { suppressed: async () => new Map() } as never,
      recipients: 'everyone',
      threadOf: async () => undefined,
      earlierOf: earlierReader({
        runs: { run: async (runId) => (runId === 'earlier' ? EARLIER_RUN : null) },
      }),
      frozenAudiences: { ofFiler: async () => undefined },
      oneOffs: { read: async () => null },
      sendLog: { factsOf: async () => [] },
    });
    const attempt: Attempt = { filerId: 'new', attempt: 1, state: 'needs-upgrade' };
    const state = 'verify-account';
    const textOf = async (earlier: Attempt['earlier']) => {
      const [one] = await prepare(run, [{ ...attempt, ...(earlier && { earlier }) }]);
      return Buffer.from('mail' in one! ? one.mail.raw : '').toString();
    };
    expect(await textOf(undefined)).toContain('What is changing');
    expect(await textOf({ runId: 'earlier', state })).not.toContain('What is changing');
    expect(await textOf({ runId: 'gone', state })).toContain('What is changing');
  });
});
