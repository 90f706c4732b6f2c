// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import type { Mutation } from './mutation.ts';

const CHANGES = ['a change of dates'];
const CORRECTIONS = ['a correction'];
const MESSAGES = ['one-off messages'];

/** Holes of announcements: a change of dates, a correction, a one-off message. */
export const CHANGE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a change announced while old emails are on their way',
    script: 'a sender that pauses while the launch moves',
    edits: [
      {
        file: 'start-phase/announcement/why-no-change.ts',
        find: "  if (!prepared?.settled) return 'sends-unsettled';\n",
        replace: '',
      },
    ],
  },
  {
    name: 'a change announced to the whole roster',
    workloads: CHANGES,
    edits: [
      {
        file: 'start-phase/enqueue-audience.ts',
        find: 'if (wanted && !wanted.delete(filer.filerId)) continue;',
        replace: 'wanted?.delete(filer.filerId);',
      },
    ],
  },
  {
    name: 'the oldest announcement taken for the last',
    workloads: CHANGES,
    edits: [
      {
        file: 'start-phase/announcement/announced-dates.ts',
        find: 'Temporal.Instant.compare(other.decidedAt, one.decidedAt)',
        replace: 'Temporal.Instant.compare(one.decidedAt, other.decidedAt)',
      },
    ],
  },
  {
    name: 'a change counted twice from a log that grows',
    script: 'two that count while a mailbox bounces',
    edits: [
      {
        file: 'aws/frozen-audiences.ts',
        find: "{ condition: 'attribute_not_exists(sk)' }",
        replace: "{ condition: 'attribute_not_exists(sk) OR attribute_exists(sk)' }",
      },
    ],
  },
  {
    name: 'the gate left open for complete runs of other dates',
    script: 'a retry after the launch moved',
    edits: [
      {
        file: 'aws/runs.ts',
        find: '      await closeGate(all.filter(({ completedAt, dates }) => completedAt && dates !== datesOf(current.plan)));\n',
        replace: '',
      },
    ],
  },
  {
    name: 'a released change that no sweep starts',
    workloads: CHANGES,
    edits: [
      {
        file: 'sweep/sweep-announcements.ts',
        find: 'if (!isOver && (release || !dismissed))',
        replace: 'if (!isOver && !release && !dismissed)',
      },
    ],
  },
  {
    name: "another filer's announced date",
    workloads: CHANGES,
    edits: [
      {
        file: 'aws/frozen-audiences.ts',
        find: 'return new Map(entriesOf(partSchema.parse(item?.told ?? {}))).get(filerId);',
        replace:
          'const [known] = Object.keys(item?.told ?? {});\n      return known === undefined ? undefined : "2018-10-01";',
      },
    ],
  },
  {
    name: 'a one-off message to the whole roster',
    workloads: MESSAGES,
    edits: [
      {
        file: 'start-phase/announcement/group-by-shard.ts',
        find: 'if (isIn(filer, stateOf(filer, pivot))) byShard',
        replace: 'if (isIn && pivot !== undefined && stateOf) byShard',
      },
    ],
  },
  {
    name: 'a one-off message that forgets its canceled runs',
    workloads: MESSAGES,
    edits: [
      {
        file: 'start-phase/announcement/start-one-off.ts',
        find: 'decidedAt: now.toString(), runNumber, after }',
        replace: 'decidedAt: now.toString(), runNumber, after: [] }',
      },
    ],
  },
  {
    name: 'a released message that no sweep starts',
    workloads: MESSAGES,
    edits: [
      {
        file: 'sweep/sweep-announcements.ts',
        find: '    if (!run) await services.startLater',
        replace: '    if (run) await services.startLater',
      },
    ],
  },
  {
    name: 'a canceled message that starts again without a release',
    workloads: MESSAGES,
    edits: [
      {
        file: 'start-phase/announcement/why-no-one-off.ts',
        find: "  if (!release) return runNumber > 1 ? 'cancelled' : 'needs-release';\n",
        replace: '',
      },
      {
        file: 'start-phase/announcement/start-one-off.ts',
        find: 'from: marks.release!.at }',
        replace: 'from: now.toString() }',
      },
    ],
  },
  {
    name: 'a correction by the oldest email',
    script: 'a fact that changes and changes back',
    edits: [
      {
        file: 'start-phase/announcement/stated-facts.ts',
        find: 'Temporal.Instant.compare(one.decidedAt, other.decidedAt)',
        replace: 'Temporal.Instant.compare(other.decidedAt, one.decidedAt)',
      },
    ],
  },
  {
    name: 'a correction of what a later email told rightly',
    script: 'a fact that a later email told rightly',
    edits: [
      {
        file: 'start-phase/announcement/stated-facts.ts',
        find: 'for (const key of told) ofFiler.set(key, planVersion);',
        replace: 'for (const key of told) if (!ofFiler.has(key)) ofFiler.set(key, planVersion);',
      },
    ],
  },
  {
    name: 'a correction that counts emails that never went out',
    workloads: CORRECTIONS,
    edits: [
      {
        file: 'start-phase/announcement/stated-facts.ts',
        find: 'if (isErased(facts) || !ANNOUNCING.has(send.status)) continue;',
        replace: 'if (isErased(facts) || ANNOUNCING.size === 0 || !send) continue;',
      },
    ],
  },
];
