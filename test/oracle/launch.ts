import { dayAfter } from './dates.ts';
import { type Cells, rosterAt, type Upload } from './roster.ts';
import { mailboxOf, type Reading, readState } from './state.ts';

/** One email or the want of one, as the domain page has it. */
export interface Expected {
  readonly phaseId: string;
  readonly kind: string;
  readonly userId: string;
  readonly cells: Cells;
  readonly reading: Reading;
  /** Several people of the roster have this mailbox. */
  readonly sharedAddress: boolean;
  /** Keys of the same person's other accounts: same mailbox, same name. */
  readonly otherAccounts: readonly string[];
  /** No email reached the filer before: this one says everything. */
  readonly isFirst: boolean;
  /** The address to be emailed, in lower case, or why no one is. */
  readonly outcome: { readonly to: string } | { readonly skipped: Skip };
}

type Skip = 'conflict' | 'awaiting-court' | 'unreachable' | 'suppressed';

/** The part of `launch.json` that the oracle reads. */
export interface Launch {
  readonly goLive: { readonly date: string };
  readonly outages: { readonly filing: { readonly from: string; readonly to: string } };
  readonly phases: readonly {
    readonly id: string;
    readonly kind: string;
    readonly when: { readonly days: number; readonly anchor: string; readonly at: string };
  }[];
}

/** Who gets which email in a whole launch, phase after phase. Who isn't in a phase's audience isn't listed. */
export function expectLaunch(
  launch: Launch,
  files: { readonly roster: Upload; readonly updates: readonly Upload[] },
): Expected[] {
  const phases = launch.phases.map((phase) => ({ ...phase, at: wallTimeOf(launch, phase) }));
  phases.sort((a, b) => (a.at < b.at ? -1 : 1));
  const bounced = new Set<string>();
  const reached = new Set<string>();
  return phases.flatMap((phase) => {
    const roster = rosterAt(files.roster, files.updates, phase.at);
    const expected = [...roster.values()].flatMap((cells) =>
      expectFiler(cells, { phase, roster, bounced, reached, goLiveOn: launch.goLive.date }),
    );
    // What bounces or complains is never emailed again.
    for (const { outcome } of expected) if ('to' in outcome && isLost(outcome.to)) bounced.add(outcome.to);
    for (const { outcome, userId } of expected) if ('to' in outcome) reached.add(userId);
    return expected;
  });
}

function expectFiler(
  cells: Cells,
  given: {
    phase: { id: string; kind: string };
    roster: ReadonlyMap<string, Cells>;
    bounced: ReadonlySet<string>;
    reached: ReadonlySet<string>;
    goLiveOn: string;
  },
): Expected[] {
  const reading = readState(cells, given.goLiveOn);
  const place = audienceOf(given.phase.kind, reading.state);
  if (place === 'not theirs') return [];
  const to = mailboxOf(cells);
  const skipped: Skip | null =
    place !== 'theirs' ? place : to === null ? 'unreachable' : given.bounced.has(to) ? 'suppressed' : null;
  const sameMailbox = [...given.roster.values()].filter((other) => mailboxOf(other) === to);
  return [
    {
      phaseId: given.phase.id,
      kind: given.phase.kind,
      userId: cells.cmecf_user_id!,
      cells,
      reading,
      isFirst: !given.reached.has(cells.cmecf_user_id!),
      sharedAddress: to !== null && sameMailbox.some((other) => !isSamePerson(other, cells)),
      otherAccounts:
        to === null
          ? []
          : sameMailbox
              .filter((other) => isSamePerson(other, cells) && other.cmecf_user_id !== cells.cmecf_user_id)
              .map((other) => other.cmecf_user_id!),
      outcome: skipped ? { skipped } : { to: to! },
    },
  ];
}

function isSamePerson(one: Cells, other: Cells): boolean {
  return one.first_name === other.first_name && one.last_name === other.last_name;
}

/** The audience column of "Who gets what". */
function audienceOf(kind: string, state: string): 'theirs' | 'not theirs' | 'conflict' | 'awaiting-court' {
  if (state === 'inactive' || state === 'not-required') return 'not theirs';
  if (state === 'linked') return kind === 'pre-outage' ? 'theirs' : 'not theirs';
  if (kind === 'follow-up' && (state === 'conflict' || state === 'awaiting-court')) return state;
  return 'theirs';
}

function wallTimeOf(launch: Launch, { when }: Launch['phases'][number]): string {
  const anchors: Record<string, string> = {
    'go-live': launch.goLive.date,
    'outage-start': launch.outages.filing.from.slice(0, 10),
    'outage-end': launch.outages.filing.to.slice(0, 10),
  };
  return `${dayAfter(anchors[when.anchor]!, when.days)}T${when.at}`;
}

/** SES's simulator: these addresses bounce permanently or complain. */
function isLost(address: string): boolean {
  return /^(bounce|complaint|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/.test(address);
}
