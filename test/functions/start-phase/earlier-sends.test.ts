import { describe, expect, it } from 'vitest';
import type { Attempt, Run } from '../../../functions/domain/run/run.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { withEarlier } from '../../../functions/start-phase/earlier-sends.ts';

const runOf = (runId: string, decidedAt: string, kind = 'notice') => ({ runId, decidedAt, kind }) as Run;
const FIRST = runOf('notice-1', '2018-07-24T13:00:00Z');
const SECOND = runOf('notice-2', '2018-08-23T13:00:00.5Z');
const NOW = runOf('notice-3', '2018-09-20T13:00:00Z');
const LATER = runOf('launch-day', '2018-10-22T12:45:00Z', 'launch-day');
const OTHER = runOf('closing-early', '2018-09-01T13:00:00Z', 'one-off');
const CORRECTION = runOf('correction', '2018-09-02T13:00:00Z', 'correction');

const attemptOf = (filerId: string): Attempt => ({ filerId, attempt: 1, state: 'needs-upgrade' });

/** What the log says, by run: the kind of the one fact of each filer. */
async function earlierOf(
  log: Readonly<Record<string, Readonly<Record<string, Fact['kind']>>>>,
  filerId: string,
) {
  const read: string[] = [];
  const attempts = await withEarlier(NOW, [attemptOf(filerId)], {
    runs: { runs: async () => [FIRST, LATER, NOW, OTHER, CORRECTION, SECOND] },
    sendLog: {
      facts: async function* (runId, shard) {
        if (shard === filerId[0]) read.push(runId);
        for (const [id, kind] of Object.entries(log[runId] ?? {}))
          if (id.startsWith(shard!))
            yield { runId, filerId: id, attempt: 1, kind, at: '', state: 'verify-account' };
      },
    },
  });
  return { earlier: attempts[0]!.earlier?.runId, read };
}

describe('withEarlier', () => {
  it.each<[what: string, log: Parameters<typeof earlierOf>[0], earlier: string | undefined, read: string[]]>([
    ['nothing was sent', {}, undefined, ['notice-2', 'notice-1']],
    [
      'the latest was sent',
      { 'notice-1': { ab: 'sent' }, 'notice-2': { ab: 'delivered' } },
      'notice-2',
      ['notice-2'],
    ],
    ['the latest may be out', { 'notice-2': { ab: 'unknown' } }, 'notice-2', ['notice-2']],
    [
      'the latest bounced',
      { 'notice-1': { ab: 'sent' }, 'notice-2': { ab: 'bounced' } },
      'notice-1',
      ['notice-2', 'notice-1'],
    ],
    [
      'the latest was skipped',
      { 'notice-1': { ab: 'sent' }, 'notice-2': { ab: 'skipped' } },
      'notice-1',
      ['notice-2', 'notice-1'],
    ],
    ['only others were emailed', { 'notice-2': { ac: 'sent' } }, undefined, ['notice-2', 'notice-1']],
    [
      'only a later run and ones outside the sequence sent',
      { 'launch-day': { ab: 'sent' }, 'closing-early': { ab: 'sent' }, correction: { ab: 'sent' } },
      undefined,
      ['notice-2', 'notice-1'],
    ],
  ])('finds the latest email before a run, and reads no further: %s', async (_, log, earlier, read) => {
    expect(await earlierOf(log, 'ab')).toEqual({ earlier, read });
  });

  it('keeps the state that the email told', async () => {
    const sendLog = {
      facts: async function* (runId: string, shard?: string) {
        if (runId === 'notice-2' && shard === 'a')
          yield { runId, filerId: 'ab', attempt: 1, kind: 'sent', at: '', state: 'verify-account' } as Fact;
      },
    };
    const runs = { runs: async () => [SECOND] };
    expect(await withEarlier(NOW, [attemptOf('ab')], { runs, sendLog })).toEqual([
      { ...attemptOf('ab'), earlier: { runId: 'notice-2', state: 'verify-account' } },
    ]);
  });
});
