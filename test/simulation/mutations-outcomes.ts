// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import { type Mutation, SWEEP_WITHOUT_RESUME, TIMED_OUT } from './mutation.ts';

/** Holes of outcomes, holds, moves and retries. */
export const OUTCOME_MUTATIONS: readonly Mutation[] = [
  {
    name: 'done before the outcomes',
    edits: [
      {
        file: 'send-email/send-share.ts',
        find: '  const sent = await sendPaced(',
        replace: '  await services.chunks.finish(lease, 0);\n  const sent = await sendPaced(',
      },
    ],
  },
  {
    name: 'unprocessed writes ignored',
    workloads: ['unprocessed writes'],
    edits: [
      {
        file: 'aws/dynamo-batch.ts',
        find: 'return answer.UnprocessedItems?.[name] ?? [];',
        replace: 'return answer ? [] : batch;',
      },
    ],
  },
  {
    name: 'every event that an email was sent left out',
    edits: [{ file: 'aws/send-log.ts', find: '!known.has(fact)', replace: '!sends.includes(fact)' }],
  },
  {
    name: 'complete when all existing chunks are done',
    edits: [
      {
        file: 'domain/run/requeue.ts',
        find: 'return enqueued === true && chunks === audience.chunks;',
        replace: 'return enqueued === true || chunks > 0;',
      },
      SWEEP_WITHOUT_RESUME,
    ],
  },
  {
    name: 'a canceled run complete without its chunks',
    script: 'a start that pauses after its audience is counted',
    edits: [
      {
        file: 'domain/run/requeue.ts',
        find: 'if (!audience) return cancelled !== undefined;',
        replace: 'if (!audience || cancelled !== undefined) return cancelled !== undefined;',
      },
      SWEEP_WITHOUT_RESUME,
    ],
  },
  {
    name: 'an audience counted after the cancel',
    script: 'a start that pauses before its audience is counted',
    edits: [
      {
        file: 'aws/runs.ts',
        find: "'attribute_not_exists(audience) AND attribute_not_exists(cancelled)'",
        replace: "'attribute_not_exists(audience)'",
      },
    ],
  },
  {
    name: 'marking before the event',
    workloads: ['completion'],
    edits: [
      {
        file: 'sweep/complete-run.ts',
        find: '  const detail = { phase: run.phaseId, run: run.runId };\n',
        replace:
          '  const detail = { phase: run.phaseId, run: run.runId };\n  await runs.markCompleted(run.runId, clock.now().toString());\n',
      },
    ],
  },
  {
    name: 'a time-out called failed',
    workloads: ['lost answers'],
    edits: [
      {
        file: 'aws/ses.ts',
        find: TIMED_OUT,
        replace: "return { outcome: 'failed', reason: 'ses' };",
      },
    ],
  },
  {
    name: 'throttled not un-claimed',
    script: 'a hold after a throttle',
    edits: [
      {
        file: 'send-email/send-share.ts',
        find: '(await services.chunks.unclaim(lease, sent.notSent))',
        replace: 'lease.epoch >= 0',
      },
    ],
  },
  {
    name: 'no end to the leases of a poison chunk',
    workloads: ['an email that kills its sender'],
    edits: [
      {
        file: 'send-email/send-chunk.ts',
        find: 'if (chunk.expiredLeases >= MAX_EXPIRED_LEASES) return',
        replace: 'if (chunk.expiredLeases >= 1000) return',
      },
    ],
  },
  {
    name: 'poison chunks not quarantined',
    script: 'an email that kills a sender of several chunks',
    edits: [
      {
        file: 'send-email/send-chunk.ts',
        find: 'if (chunk.expiredLeases > 0 && chunk.expiredLeases < MAX_EXPIRED_LEASES && !sender.isAlone) {',
        replace: 'if (chunk.expiredLeases > 1000) {',
      },
      {
        file: 'send-email/chunk-sender.ts',
        find: 'return expiredLeases > 0 || (leaseUntil !== undefined && leaseUntil <= now);',
        replace: 'return expiredLeases > 1000 && leaseUntil === now;',
      },
    ],
  },
  {
    name: "the hold not in the gate's condition",
    workloads: ['holds', 'throttles'],
    edits: [
      {
        file: 'aws/send-gate.ts',
        find: "'attribute_not_exists(#all) AND attribute_not_exists(#run) AND (",
        replace: "'(attribute_not_exists(#all) OR attribute_exists(pk) OR attribute_not_exists(#run)) AND (",
      },
    ],
  },
  {
    name: 'a hold of which people are never notified after a crash',
    script: 'a breaker that dies before it notifies',
    edits: [
      {
        file: 'sweep/notify-holds.ts',
        find: '  await each(unnotified, async (hold) => {',
        replace: '  await each(unnotified.slice(0, 0), async (hold) => {',
      },
    ],
  },
  {
    name: 'one flag instead of a set of reasons',
    workloads: ['holds', 'throttles'],
    edits: [
      {
        file: 'aws/send-gate.ts',
        find: "':reasons': new Set([reason]),\n          ':holds': new Set([nameOf({ scope, reason })]),",
        replace:
          "':reasons': (await read()).holds.get(scope) ?? new Set([reason]),\n          ':holds': new Set([nameOf({ scope, reason })]),",
      },
    ],
  },
  {
    name: 'the plan read before the run is put',
    workloads: ['a moved launch'],
    edits: [
      {
        file: 'start-phase/resume.ts',
        find: '  const confirmed = await confirmPlan(run, { ...continuation, services });',
        replace: '  const confirmed = run.cancelled || run.completedAt ? null : run;',
      },
    ],
  },
  {
    name: 'claim written as an unconditional fact',
    edits: [
      {
        file: 'send-email/send-share.ts',
        find: 'const claimed = await services.chunks.claim(\n    lease,\n    mails.map(({ attempt }) => attempt),\n  );',
        replace: `const claims = mails.map(({ attempt }) =>
    factOf(run.runId, attempt, { kind: 'unknown', reason: 'claimed', clock: services.clock }),
  );
  const claimed = await services.sendLog.append(claims).then(() => lease.epoch >= 0);`,
      },
    ],
  },
  {
    name: "no owner for a retry's attempt",
    workloads: ['retries by people'],
    edits: [
      {
        file: 'commands/retry.ts',
        find: 'attempts.map(furtherChunk)',
        replace:
          'attempts.map(furtherChunk).map((one) => ({ ...one, chunk: `${one.chunk}-${Math.random()}` }))',
      },
    ],
  },
  {
    name: 'no second read before a retry',
    workloads: ['retries by people', 'crashes under retries'],
    edits: [
      {
        file: 'send-email/prepare-share.ts',
        find: 'const sent = await alreadySent(run.runId, attempts, services);',
        replace: 'const sent: Attempt[] = [];',
      },
    ],
  },
  {
    name: 'the fold by last attempt only',
    workloads: ['retries by people', 'crashes under retries'],
    edits: [
      {
        file: 'domain/send/status.ts',
        find: '  const deciding =\n',
        replace:
          '  if (strongest.has(last)) return { status: FACTS[latestFirst[0]!.kind].status, attempt: last, fact: latestFirst[0]! };\n  const deciding =\n',
      },
    ],
  },
  {
    name: 'the fold by highest rank only',
    workloads: ['retries unheard of'],
    edits: [
      {
        file: 'domain/send/status.ts',
        find: '  const deciding =\n',
        replace:
          '  const [highest] = [...latestFirst].sort((a, b) => FACTS[b.kind].rank - FACTS[a.kind].rank);\n  if (highest && strongest.has(last)) return { status: FACTS[highest.kind].status, attempt: highest.attempt, fact: highest };\n  const deciding =\n',
      },
    ],
  },
  {
    name: 'no re-reservation when late',
    workloads: ['stalled senders'],
    edits: [
      {
        file: 'send-email/send-paced.ts',
        find: 'if (-untilSlot(next, pace) <= MAX_LATENESS_MILLISECONDS) return next;',
        replace: 'if (next > 0) return next;',
      },
    ],
  },
  {
    name: 'an audience decided twice from different inputs',
    workloads: ['a newer roster'],
    edits: [
      {
        file: 'start-phase/enqueue-audience.ts',
        find: 'for await (const filer of roster.filers(rosterVersion)) {',
        replace:
          'for await (const filer of roster.filers((await roster.activeVersion())?.version ?? rosterVersion)) {',
      },
    ],
  },
];
