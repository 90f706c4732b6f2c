import { CALL_RESULTS, type Call } from '../../domain/call.ts';
import { BLANK, type Filer } from '../../domain/filer/filer.ts';
import type { FactChange } from '../../domain/filer/filer-changes.ts';
import { type FilerState, STATE_WORDS } from '../../domain/filer/state.ts';
import { nextAttempt } from '../../domain/run/retry.ts';
import { inSentence } from '../../lib/letter-case.ts';
import type { TimelineEntry } from '../../queries/filer-timeline.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { LiftedNote } from '../ui/lifted-note.tsx';
import { Section } from '../ui/section.tsx';
import { reasonSentence, SendTag } from '../ui/send-tag.tsx';
import { Timeline, TimelineItem } from '../ui/timeline.tsx';
import { FACT_LABELS, factText, isFact } from './filer-labels.ts';

interface TimelineSectionProps {
  readonly filerId: string;
  readonly zone: string;
  readonly entries: readonly TimelineEntry[];
  readonly sends: readonly SendLine[];
  readonly calls: readonly Call[];
  /** What colleagues are called, by their sign-in ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of phases by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
  /** Ids of runs whose failed and unknown emails can be sent again. */
  readonly openRuns: ReadonlySet<string>;
}

type RosterEntry = Extract<TimelineEntry, { what: 'roster' }>;
/** An upload that changed the filer, a call, or an email as it is now: each fact of an email is on its own page. */
type Event =
  | { readonly at: string; readonly roster: RosterEntry }
  | { readonly at: string; readonly call: Call }
  | { readonly at: string; readonly send: SendLine };

/** What happened to a filer, newest first. */
export function TimelineSection(props: TimelineSectionProps) {
  const { entries, sends, calls, names, zone, phases, filerId, openRuns } = props;
  const events = [
    ...entries.flatMap((entry): Event[] =>
      entry.what === 'roster' ? [{ at: entry.at, roster: entry }] : [],
    ),
    ...calls.map((call): Event => ({ at: call.at, call })),
    ...sends.map((send): Event => ({ at: beganAt(send), send })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  if (events.length === 0) return null;
  return (
    <Section id="timeline" title="What happened">
      <Timeline>
        {events.map((event) =>
          'roster' in event ? (
            <RosterItem entry={event.roster} zone={zone} />
          ) : 'call' in event ? (
            <CallItem call={event.call} names={names} zone={zone} />
          ) : (
            <EmailItem
              send={event.send}
              zone={zone}
              phase={phases.get(event.send.runId) ?? event.send.phaseId}
              filerId={filerId}
              canRetry={openRuns.has(event.send.runId) && nextAttempt(event.send.facts) !== null}
            />
          ),
        )}
      </Timeline>
    </Section>
  );
}

function CallItem({
  call: { at, by, result, note },
  names,
  zone,
}: Pick<TimelineSectionProps, 'names' | 'zone'> & { readonly call: Call }) {
  return (
    <TimelineItem
      name={`Call: ${inSentence(CALL_RESULTS[result].label)}`}
      time={
        <>
          <CourtTime at={at} zone={zone} /> · {names.get(by) ?? by}
        </>
      }
    >
      {note ? <p class="crier-break">{note}</p> : null}
    </TimelineItem>
  );
}

/** An email is listed where it began: a bounce days later belongs to it. */
function beganAt({ facts, at }: SendLine): string {
  return facts[0]?.at ?? at ?? '';
}

const CHANGES = {
  added: 'Added to the roster',
  gone: 'Removed from the roster',
  changed: 'Roster data changed',
} as const;

function RosterItem({ entry, zone }: { entry: RosterEntry; zone: string }) {
  const { at, version, change, facts, before, after } = entry;
  return (
    <TimelineItem
      name={<a href={`/roster/versions/${version}`}>{CHANGES[change]}</a>}
      time={<CourtTime at={at} zone={zone} />}
    >
      <StateChange before={before} after={after} />
      {facts.length > 0 ? (
        <ul class="crier-plain-list">
          {facts.map((one) => (
            <FactLine {...one} />
          ))}
        </ul>
      ) : null}
    </TimelineItem>
  );
}

function StateChange({ before, after }: { before: FilerState | null; after: FilerState | null }) {
  if (!after || before?.state === after.state) return null;
  if (!before) return <p>{STATE_WORDS[after.state]}</p>;
  return (
    <p>
      {STATE_WORDS[before.state]} → <strong>{STATE_WORDS[after.state]}</strong>, because {after.reason}.
    </p>
  );
}

function FactLine({ fact, before, after }: FactChange) {
  if (!isFact(fact)) return null;
  const text = (value: unknown) => factText(fact, { ...BLANK, [fact]: value } as Filer);
  return (
    <li>
      {FACT_LABELS[fact]}: {text(before)} → <strong>{text(after)}</strong>
    </li>
  );
}

interface EmailItemProps {
  readonly send: SendLine;
  readonly zone: string;
  readonly phase: string;
  readonly filerId: string;
  /** It failed, or may not have gone out, and there is still time. */
  readonly canRetry: boolean;
}

function EmailItem({ send, zone, phase, filerId, canRetry }: EmailItemProps) {
  const { runId, status, meaning, reason, at, facts, attempt, liftedAt } = send;
  const began = facts[0]?.at;
  return (
    <TimelineItem
      name={
        <>
          <a href={`/log/${runId}/${filerId}`}>{phase}</a> <SendTag status={status} reason={reason} />
        </>
      }
      time={
        began ? (
          <>
            <CourtTime at={began} zone={zone} />
            {attempt > 1 ? ` · attempt ${attempt}` : ''}
          </>
        ) : undefined
      }
    >
      <p>
        {meaning}
        {reasonSentence(status, reason)}
        {at && began && !isSameMinute(at, began) ? (
          <>
            {' '}
            <CourtTime at={at} zone={zone} />.
          </>
        ) : null}{' '}
        <LiftedNote at={liftedAt} zone={zone} />
      </p>
      <p>
        <a href={`/filers/${filerId}/emails/${runId}`}>
          See the email<span class="usa-sr-only">: {phase}</span>
        </a>
        {canRetry ? (
          <>
            {' · '}
            <a href={`/log/${runId}/${filerId}#retry`}>
              Send this email again…<span class="usa-sr-only"> {phase}</span>
            </a>
          </>
        ) : null}
      </p>
    </TimelineItem>
  );
}

function isSameMinute(one: string, other: string): boolean {
  return one.slice(0, 16) === other.slice(0, 16);
}
