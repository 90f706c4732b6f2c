// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import type { Mutation } from './mutation.ts';

const BAD = ['bad mailboxes', 'resends beside bad mailboxes'];
const RESENDS = ['resends', 'resends unheard of'];

/** Holes of late senders, other addresses and resends. */
export const FURTHER_MUTATIONS: readonly Mutation[] = [
  {
    name: '`skipped` taken for the outcome of a claim',
    script: 'a sender that wakes late',
    edits: [
      {
        file: 'send-email/send-chunk.ts',
        find: "fact.attempt === attempt.attempt && kind !== 'skipped'",
        replace: 'fact.attempt === attempt.attempt && kind.length > 0',
      },
    ],
  },
  {
    name: 'no look for lateness after a sleep',
    workloads: ['stalled senders'],
    edits: [
      {
        file: 'send-email/send-paced.ts',
        find: 'if (-untilSlot(next, pace) <= MAX_LATENESS_MILLISECONDS) return next;',
        replace: 'if (wait > 0 || -untilSlot(next, pace) <= MAX_LATENESS_MILLISECONDS) return next;',
      },
    ],
  },
  {
    name: 'another address without a bounce',
    workloads: BAD,
    edits: [
      {
        file: 'record-feedback/release-secondary.ts',
        find: "  return kind === 'bounced' && reason !== undefined && BAD_MAILBOX.includes(reason);",
        replace: "  return kind !== 'send' && (reason !== undefined || BAD_MAILBOX.length > 0);",
      },
      // The sender looks for the bounce again: both must fail for the hole to open.
      {
        file: 'domain/run/retry.ts',
        find: 'return bounced.size === 0 || complained || taken.some(({ attempt }) => !bounced.has(attempt));',
        replace: 'return complained && bounced.size > 0;',
      },
    ],
  },
  {
    name: 'another address tried at each bounce',
    workloads: BAD,
    edits: [
      {
        file: 'domain/run/retry.ts',
        find: "if (queued.some(({ to }) => to === 'secondary') || isAlreadyOut(",
        replace: 'if (isAlreadyOut(',
      },
    ],
  },
  {
    name: "another address's chunk put without condition",
    workloads: BAD,
    edits: [
      {
        file: 'aws/chunks.ts',
        find: "{ condition: 'attribute_not_exists(sk)' }",
        replace: "{ condition: 'attribute_not_exists(sk) OR attribute_exists(sk)' }",
      },
    ],
  },
  {
    name: 'another address in spite of what came meanwhile',
    workloads: BAD,
    edits: [
      {
        file: 'send-email/prepare-share.ts',
        find: 'const sent = await alreadySent(run.runId, attempts, services);',
        replace: 'const sent: Attempt[] = [];',
      },
    ],
  },
  {
    name: "a release's error swallowed",
    workloads: BAD,
    edits: [
      {
        file: 'record-feedback/record-feedback.lambda.ts',
        find: 'await releaseSecondary(fact, services).catch((error: unknown) => fail(messageId, error));',
        replace: 'await releaseSecondary(fact, services).catch(() => messageId);',
      },
    ],
  },
  {
    name: 'feedback by the name in the event',
    workloads: BAD,
    edits: [
      {
        file: 'domain/send/mailed-address.ts',
        find: "if (to !== 'secondary') return filer.email;",
        replace: "if (to !== 'secondary') return named.at(-1) ?? filer.email;",
      },
    ],
  },
  {
    name: 'events of unknown runs passed by',
    workloads: BAD,
    edits: [
      {
        file: 'record-feedback/record-event.ts',
        find: 'await suppress(addresses, { news, tags, services });\n  services',
        replace: 'services',
      },
    ],
  },
  {
    name: 'a resend without the hour',
    workloads: RESENDS,
    edits: [
      {
        file: 'domain/run/retry.ts',
        find: 'Temporal.Duration.from({ hours: 1 })',
        replace: 'Temporal.Duration.from({ minutes: 1 })',
      },
    ],
  },
  {
    name: 'a resend of what was proved: no second read',
    workloads: RESENDS,
    edits: [
      {
        file: 'send-email/prepare-share.ts',
        find: 'const sent = await alreadySent(run.runId, attempts, services);',
        replace: 'const sent: Attempt[] = [];',
      },
    ],
  },
  {
    name: 'a resend of each resend',
    workloads: RESENDS,
    edits: [
      {
        file: 'domain/run/retry.ts',
        find: ' || facts.some(({ attempt }) => attempt > 1)) return null;',
        replace: ') return null;',
      },
    ],
  },
  {
    name: 'no resend at all',
    workloads: RESENDS,
    edits: [
      {
        file: 'sweep/resend-unknown.ts',
        find: "if (sending.unknown === 'resend') await",
        replace: "if (sending.unknown !== 'resend') await",
      },
    ],
  },
];
