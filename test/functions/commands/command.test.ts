import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { dynamo, sqs } from '../../../functions/aws/clients.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import type { RetryResult } from '../../../functions/commands/retry.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { CommandAnswer, CommandInput } from '../../../functions/domain/command.ts';
import type { PhoneListPage } from '../../../functions/queries/phone-list.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import type { AttentionReport, SendReport } from '../../../functions/queries/send-reports.ts';
import { anOpsCloud, idOf, NOTICE, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';
import { chunkDeadLetters } from '../../support/queues.ts';

const WHO = { by: 'ops1', why: 'the test says so' };

let ops: OpsCloud;
beforeAll(async () => {
  ops = await anOpsCloud({ 'phases.0.expires': { days: -90, anchor: campaign.pivot, at: '11:00' } });
});
afterAll(() => ops.cloud.stop());

// The tests tell one story, in this order.
/** What people commanded: the audit log without the uploads, and what Crier activated. */
async function commands(): Promise<AuditEntry[]> {
  return (await ops.ask<AuditEntry[]>({ act: 'acts' })).filter(
    ({ act }) => act.act !== 'upload' && act.by.kind !== 'crier',
  );
}

describe('a person', () => {
  it('stops everything with one act, and nothing is sent', async () => {
    expect(await ops.ask({ act: 'hold', scope: 'all', ...WHO })).toEqual({
      done: true,
      words: 'All sending is paused: no more emails will be sent until someone resumes it.',
    });
    await ops.cloud.advanceTo('2018-07-24T13:20:00Z');
    expect(ops.cloud.outbox).toEqual([]);
    const { runs, heldAll } = await ops.ask<RunsReport>({ act: 'runs' });
    expect(heldAll).toEqual(['person']);
    expect(runs).toMatchObject([
      { runId: RUN, state: 'held', audience: 7, held: 6, byStatus: { waiting: 6, skipped: 1 } },
    ]);
  });

  it('lifts no reason that does not hold, and is told what does', async () => {
    expect(await ops.ask({ act: 'lift', scope: 'all', reason: 'ses-credentials', ...WHO })).toEqual({
      done: false,
      reason: 'not-held',
      words:
        'Nothing to resume: all sending isn’t paused for the reason "ses-credentials". All sending is still paused: person.',
    });
  });

  it('lifts one reason of several, and is told what still holds', async () => {
    await ops.ask({ act: 'hold', scope: RUN, ...WHO });
    expect(await ops.ask({ act: 'lift', scope: RUN, ...WHO })).toEqual({
      done: true,
      words: 'The pause with the reason "person" has ended. All sending is still paused: person.',
    });
    expect(await ops.ask({ act: 'lift', scope: 'all', ...WHO })).toEqual({
      done: true,
      words: 'All sending has resumed. Waiting emails are being sent now, in 1 chunk.',
    });
    await ops.cloud.settle();
    expect(ops.cloud.outbox.length).toBeGreaterThan(0);
    await ops.cloud.advanceTo('2018-07-24T13:50:00Z');
    expect(ops.emailsTo('good1@example.com')).toBe(1);
  });

  it('lifts nothing of a run that there is not, and is told so', async () => {
    expect(await ops.ask({ act: 'lift', scope: 'notice-9_20180724T130000Z', ...WHO })).toEqual({
      done: false,
      reason: 'no-such-run',
      words: 'There is no run notice-9_20180724T130000Z.',
    });
  });

  it('sees what needs attention, each send once and folded', async () => {
    const { sends } = await ops.ask<AttentionReport>({ act: 'attention' });
    const found = sends.map(({ filerId, status, reason }) => [filerId, status, reason]);
    expect(found.toSorted()).toEqual(
      [
        [idOf('refused'), 'failed', 'ses-MessageRejected'],
        [idOf('silent'), 'unknown', expect.stringContaining('ses-')],
        [idOf('late'), 'unknown', expect.stringContaining('ses-')],
        [idOf('bounces'), 'bounced', 'Permanent/General'],
      ].toSorted(),
    );
  });

  it('cannot retry what was sent', async () => {
    expect(await ops.ask({ act: 'retry', runId: RUN, filerId: idOf('good1'), ...WHO })).toEqual({
      done: false,
      reason: 'not-retryable',
      words: expect.stringMatching(/^This email’s status is (sent|delivered): only failed or unknown/),
    });
  });

  it('retries one send, and two clicks make one email', async () => {
    ops.faults.delete('silent');
    const act = { act: 'retry', runId: RUN, filerId: idOf('silent'), ...WHO } as const;
    const answers = await Promise.all([
      ops.ask<CommandAnswer<RetryResult>>(act),
      ops.ask<CommandAnswer<RetryResult>>(act),
    ]);
    expect(answers.flatMap(({ queued }) => queued)).toEqual([`${idOf('silent')}#2`]);
    await ops.cloud.advanceTo('2018-07-24T13:52:00Z');
    expect(ops.emailsTo('silent@example.com')).toBe(1);
    const [send] = await ops.ask<SendReport[]>({ act: 'show', filerId: idOf('silent') });
    expect(send).toMatchObject({ status: 'delivered', attempt: 2 });
  });

  it('retries all for one reason only', async () => {
    ops.faults.delete('rufus');
    const answer = await ops.ask<CommandAnswer<RetryResult>>({
      act: 'retry',
      runId: RUN,
      all: true,
      reason: 'ses-MessageRejected',
      ...WHO,
    });
    expect(answer.words).toBe('Retrying 1 email.');
    await ops.cloud.settle();
    expect(ops.emailsTo('rufus@example.com')).toBe(1);
  });

  it('emails no one whose email proves to be out before the retry is sent', async () => {
    ops.faults.clear();
    await ops.ask({ act: 'hold', scope: RUN, ...WHO });
    const answer = await ops.ask<CommandAnswer<RetryResult>>({ act: 'retry', runId: RUN, all: true, ...WHO });
    expect(answer.words).toBe(
      'Retrying 1 email. The run is paused: nothing will be sent until someone resumes it.',
    );
    await ops.cloud.settle();
    const [queued] = await ops.ask<SendReport[]>({ act: 'show', filerId: idOf('late') });
    expect(queued).toMatchObject({ status: 'waiting', meaning: 'Queued for a retry.' });
    const log = sendLogStore({ env: ops.cloud.env, clock: ops.cloud.clock }, dynamo());
    const proof = { runId: RUN, filerId: idOf('late'), attempt: 1, kind: 'send', at: NOTICE } as const;
    await log.append([proof]);
    await ops.ask({ act: 'lift', scope: RUN, ...WHO });
    await ops.cloud.advanceTo('2018-07-24T14:10:00Z');
    expect(ops.emailsTo('late@example.com')).toBe(1);
    const [send] = await ops.ask<SendReport[]>({ act: 'show', filerId: idOf('late') });
    expect(send).toMatchObject({ status: 'sent', attempt: 1 });
    expect(send!.facts).toContainEqual(
      expect.objectContaining({ attempt: 2, kind: 'skipped', reason: 'already-sent' }),
    );
  });

  it('finds the run balanced, with its retries counted apart from its chunks', async () => {
    const { runs } = await ops.ask<RunsReport>({ act: 'reconcile' });
    expect(runs).toMatchObject([
      {
        state: 'complete',
        audience: 7,
        byStatus: { waiting: 0, sent: 1, delivered: 4, bounced: 1, skipped: 1, failed: 0, unknown: 0 },
        skippedBy: { unreachable: 1 },
        differences: [],
      },
    ]);
  });

  it('gets the phone list of who must be told otherwise', async () => {
    const { rows, next } = await ops.ask<PhoneListPage>({ act: 'phone-list' });
    expect(next).toBeNull();
    expect(rows.map(({ userId, reason, phone }) => [userId, reason, phone]).toSorted()).toEqual([
      ['bounces', 'hard-bounce', '=212-555-0106'],
      ['nomail', 'unreachable', '212-555-0107'],
    ]);
  });

  it('puts dead letters back', async () => {
    const from = chunkDeadLetters(ops.cloud.env);
    const client = sqs();
    const letter = JSON.stringify({ runId: RUN, chunk: '00001' });
    await client.send(new SendMessageCommand({ QueueUrl: from, MessageBody: letter }));
    expect(await ops.ask({ act: 'redrive', ...WHO })).toEqual({
      done: true,
      moved: { ChunkDeadLetters: 1 },
      words: 'Failed jobs put back: 1 in ChunkDeadLetters.',
    });
    await ops.cloud.settle();
    expect(await ops.cloud.deadLetters()).toEqual([]);
    expect(ops.emailsTo('good1@example.com')).toBe(1);
  });

  it('cannot retry what has expired', async () => {
    await ops.cloud.advanceTo('2018-07-24T15:00:00Z');
    expect(await ops.ask({ act: 'retry', runId: RUN, all: true, ...WHO })).toMatchObject({
      done: false,
      reason: 'expired',
    });
  });

  it('is on record with every act, and each record says who, what, why, before and after', async () => {
    const acts = (await commands()).toReversed();
    expect(acts.map(({ act, before, after }) => [act.act, before, after])).toEqual([
      ['hold', [], ['person']],
      ['hold', [], ['person']],
      ['lift', ['person'], []],
      ['lift', ['person'], []],
      ['retry', ['1 unknown'], [`${idOf('silent')}#2`]],
      ['retry', ['1 unknown'], [`${idOf('silent')}#2`]],
      ['retry', ['1 failed'], [`${idOf('refused')}#2`]],
      ['hold', [], ['person']],
      ['retry', ['1 unknown'], [`${idOf('late')}#2`]],
      ['lift', ['person'], []],
      ['redrive', ['1 in ChunkDeadLetters'], []],
    ]);
    expect(acts.every(({ act }) => act.why === WHO.why)).toBe(true);
  });

  it('attack: forges `by` in a payload, and is recorded as unknown, with the request and the claim', async () => {
    const acts = await commands();
    expect(new Set(acts.map(({ requestId }) => requestId)).size).toBe(acts.length);
    for (const { act } of acts) expect(act.by).toMatchObject({ kind: 'outside', claimed: WHO.by });
  });

  it.each([{ kind: 'person', id: 'ops1' }, { id: 'ops1' }, ['ops1'], null])(
    'attack: sends %j as a person who is known, and is refused',
    async (by) => {
      const forged = { act: 'hold', scope: 'all', by, why: 'x' } as unknown as CommandInput;
      await expect(ops.ask(forged)).rejects.toThrow('must be a sign-in id');
    },
  );

  it('is refused by an address for a name, and by an act without a why', async () => {
    await expect(ops.ask({ act: 'hold', scope: 'all', by: 'jo@example.com', why: 'x' })).rejects.toThrow(
      'must be a sign-in id',
    );
    await expect(ops.ask({ act: 'hold', scope: 'all', by: 'ops1', why: ' ' })).rejects.toThrow(
      'must give the reason in words',
    );
  });

  it('did all that with what its function is granted', () => {
    expect(ops.cloud.denials).toEqual([]);
  });
});
