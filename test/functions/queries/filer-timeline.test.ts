import { expect, it } from 'vitest';
import { NO_ROSTER } from '../../../functions/domain/roster/activation.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { filerTimeline } from '../../../functions/queries/filer-timeline.ts';

const FILER = '0123456789abcdef';
const RUN = { runId: 'notice-1_20180724T130000Z', phaseId: 'notice-1', scheduledFor: '2018-07-24T13:00:00Z' };

it('filerTimeline says of an email that Amazon SES refused that no mail server did', async () => {
  const fact = {
    ...{ runId: RUN.runId, filerId: FILER, attempt: 1, kind: 'bounced', state: 'ready' },
    ...{ at: RUN.scheduledFor, reason: 'Permanent/OnAccountSuppressionList' },
  } as unknown as Fact;
  const services = {
    roster: { active: async () => NO_ROSTER, versions: async () => [], filersById: async () => new Map() },
    suppression: { suppressed: async () => new Map(), lifted: async () => new Map() },
    runs: { runs: async () => [RUN] },
    sendLog: { factsOf: async () => [fact] },
    queuedRetries: async () => [],
  } as unknown as Parameters<typeof filerTimeline>[1]['services'];
  const { sends, entries } = (await filerTimeline(FILER, { pivotDate: null, services }))!;
  expect(entries).toMatchObject([{ meaning: sends[0]!.meaning }]);
  expect(sends[0]!.meaning).toContain('Amazon SES');
});
