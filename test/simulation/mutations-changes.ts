// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import type { Mutation } from './mutation.ts';

const CHANGES = ['a change of dates'];

/** Holes of announcing a change of dates. */
export const CHANGE_MUTATIONS: readonly Mutation[] = [
  {
    name: 'a change announced while old emails are on their way',
    script: 'a sender that pauses while the launch moves',
    edits: [
      {
        file: 'start-phase/date-change/start-date-change.ts',
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
        file: 'start-phase/date-change/announced-dates.ts',
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
        file: 'aws/announced-dates.ts',
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
        file: 'sweep/sweep-date-change.ts',
        find: "  if (change && !change.run && change.marks.release) await startDateChange('sweep', services);\n",
        replace: '',
      },
    ],
  },
  {
    name: "another filer's announced date",
    workloads: CHANGES,
    edits: [
      {
        file: 'aws/announced-dates.ts',
        find: 'return new Map(entriesOf(partSchema.parse(item?.told ?? {}))).get(filerId);',
        replace:
          'const [known] = Object.keys(item?.told ?? {});\n      return known === undefined ? undefined : "2018-10-01";',
      },
    ],
  },
];
