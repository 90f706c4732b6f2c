import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { type Run, runIdOf } from '../../../functions/domain/run/run.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import { type ReadThread, threadReader } from '../../../functions/send-email/thread.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { writeLog } from '../../support/builders/log.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const FIRST_AT = '2018-07-24T13:00:00Z';
const SECOND_AT = '2018-08-24T13:00:00Z';
const CANCELLED = runIdOf('notice-1', FIRST_AT);
const AGAIN = runIdOf('notice-1', FIRST_AT, 2);
const SECOND = runIdOf('notice-2', SECOND_AT);

/** Of each filer: what is in the log of the notices, and the notice that a follow-up threads under. */
const CASES: [what: string, facts: [runId: string, FactKind, messageId?: string][], thread: string | null][] =
  [
    [
      'somebody whom the first notice did not reach any more, since it was canceled',
      [
        [CANCELLED, 'skipped'],
        [AGAIN, 'sent', 'm2'],
        [SECOND, 'sent', 'm3'],
      ],
      'm2',
    ],
    [
      'somebody who had it before it was canceled',
      [
        [CANCELLED, 'sent', 'm1'],
        [AGAIN, 'skipped'],
        [SECOND, 'sent', 'm3'],
      ],
      'm1',
    ],
    ['somebody new at the second notice', [[SECOND, 'sent', 'm3']], 'm3'],
    [
      'an email without an answer that an event proved',
      [
        [AGAIN, 'unknown'],
        [AGAIN, 'send', 'm2'],
        [SECOND, 'sent', 'm3'],
      ],
      'm2',
    ],
    [
      'emails that failed, or whose outcome nobody knows',
      [
        [AGAIN, 'failed'],
        [SECOND, 'unknown'],
      ],
      null,
    ],
    ['somebody who got none', [], null],
  ];
const idOf = (index: number) => String(index).repeat(16);

let tables: Tables;
let threadOf: ReadThread;
let followUp: Run;
beforeAll(async () => {
  tables = await startTables();
  const { env, db } = tables;
  await writeLog({ runId: CANCELLED, sends: [], changes: { cancelled: 'plan-changed' } }, tables);
  await writeLog({ runId: AGAIN, sends: [] }, tables);
  await writeLog({ runId: SECOND, sends: [], changes: { scheduledFor: SECOND_AT } }, tables);
  followUp = await writeLog(
    { runId: 'follow-up-1_20181024T140000Z', sends: [], changes: { kind: 'follow-up' } },
    tables,
  );
  const sendLog = sendLogStore({ env, clock: virtualClock('2018-10-24T14:00:00Z') }, db);
  await sendLog.append(
    CASES.flatMap(([, facts], index) =>
      facts.map(([runId, kind, messageId], second): Fact => {
        const at = `2018-07-24T13:00:0${second}Z`;
        return { runId, filerId: idOf(index), attempt: 1, kind, at, ...(messageId && { messageId }) };
      }),
    ),
  );
  threadOf = threadReader({
    runs: runStore(env, db),
    sendLog,
    mailer: { region: async () => 'us-gov-west-1' },
  });
});
afterAll(() => tables.close());

describe("a follow-up's thread", () => {
  it.each(CASES.map(([what, , thread], index) => ({ what, thread, index })))(
    'of $what',
    async ({ thread, index }) => {
      const found = await threadOf(followUp, idOf(index));
      expect(found).toBe(thread ? `${thread}@us-gov-west-1.amazonses.com` : undefined);
    },
  );

  it('is none for other messages: a notice begins one', async () => {
    expect(await threadOf({ ...followUp, kind: 'launch-day' }, idOf(0))).toBeUndefined();
  });
});
