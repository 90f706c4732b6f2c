// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import { type Mutation, SWEEP_WITHOUT_RESUME, TIMED_OUT } from './mutation.ts';

/** Holes of writing out, leasing, claiming and sweeping. */
export const CHUNK_MUTATIONS: readonly Mutation[] = [
  {
    name: 'chunk put without condition',
    workloads: ['a newer roster', 'anything'],
    edits: [
      {
        file: 'aws/chunks.ts',
        find: "{ condition: 'attribute_not_exists(sk)' }",
        replace: "{ condition: 'attribute_not_exists(sk) OR attribute_exists(sk)' }",
      },
    ],
  },
  {
    name: 'claim without the fencing token',
    edits: [
      {
        file: 'aws/chunks.ts',
        find: '      condition: MINE,\n',
        replace: "      condition: 'attribute_exists(sk) OR #owner = :owner OR turn = :turn',\n",
      },
    ],
  },
  {
    name: 'epoch not raised by a lease',
    edits: [
      {
        file: 'aws/chunks.ts',
        find: "':one': 1,",
        replace: "':one': 0,",
      },
      // The owner's name would still tell two senders apart: without it the epoch is left alone.
      {
        file: 'aws/chunks.ts',
        find: "const MINE = '#owner = :owner AND turn = :turn';",
        replace: "const MINE = '(#owner = :owner OR attribute_exists(sk)) AND turn = :turn';",
      },
    ],
  },
  {
    name: 'claim after SES',
    edits: [
      {
        file: 'send-email/send-share.ts',
        find: "return claimed ? { claimed, firstSlot, intervalMicroseconds } : { claimed, end: 'lease-lost' };",
        replace: 'return { claimed: true, firstSlot, intervalMicroseconds };',
      },
    ],
  },
  {
    name: 'a time-out treated as a throttle',
    edits: [
      {
        file: 'aws/ses.ts',
        find: TIMED_OUT,
        replace: "return { outcome: 'throttled' };",
      },
    ],
  },
  {
    name: 'SDK retries on',
    edits: [
      {
        file: 'aws/clients.ts',
        find: '    maxAttempts: 1,\n',
        replace: '    maxAttempts: 3,\n',
      },
    ],
  },
  {
    name: 'a second start stops at "run exists"',
    edits: [
      {
        file: 'start-phase/start-phase.ts',
        find: 'if (existing.run) return resume(existing.run, services);',
        replace: 'if (existing.run) return { started: true, runId: existing.run.runId };',
      },
      SWEEP_WITHOUT_RESUME,
    ],
  },
  {
    name: 'the sweep queues only leases that ran out',
    edits: [
      {
        file: 'domain/run/requeue.ts',
        find: 'const free = owner === undefined || leaseUntil <= now;',
        replace: 'const free = owner !== undefined && leaseUntil <= now;',
      },
    ],
  },
  {
    name: 'no `unknown` by the next leaseholder',
    workloads: ['left behind', 'crashes under retries'],
    edits: [
      {
        file: 'send-email/send-chunk.ts',
        find: '  await sendLog.append(unsettled);\n',
        replace: '',
      },
    ],
  },
];
