import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { correctionWords } from '../../domain/plan/fact-words.ts';
import { kindOf, type MessageKind } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { DoubtfulWording as Doubtful } from '../../domain/plan/wording-dates.ts';
import { count, counted } from '../../lib/count.ts';
import { courtTime } from '../../lib/court-time.ts';
import type { PlanAudiences } from '../../queries/plan-audiences.ts';
import type { CheckedChanges } from '../../queries/plan-check.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { Field } from '../ui/field.tsx';
import type { BackLink, Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { DoubtfulWording } from './doubtful-wording.tsx';
import { AudienceChanges } from './plan-audiences.tsx';
import { datedLabel } from './plan-labels.ts';
import { DifferenceTable } from './plan-sections.tsx';
import type { PlanDifference } from './plan-summary.ts';

/** What a plan would change, before a clerk confirms it. */
interface PlanCheckView {
  readonly zone: string;
  readonly person: Person;
  readonly source: PlanSource;
  /** Version of the active plan that it was compared with; empty for none. */
  readonly base: string;
  readonly changes: CheckedChanges;
  readonly audiences: PlanAudiences;
  readonly differences: readonly PlanDifference[];
  /** What phases are called, by id: those of the active plan, too. */
  readonly names: ReadonlyMap<string, string>;
  /** What a person should look at again, as sentences. */
  readonly warnings: readonly string[];
  /** Times in the court's wording that aren't the plan's. */
  readonly doubtful: readonly Doubtful[];
  /** The kinds of email that the plan sends. */
  readonly kinds: readonly MessageKind[];
  /** With two-person approval, its uploader releases nothing. */
  readonly twoPersonApproval: boolean;
}

/** Where the plan comes from: the draft, by its revision; or a file or form, as the server keeps it. */
export type PlanSource =
  | { readonly draft: string }
  | {
      readonly kept: string;
      /** Another plan has become active since it was entered. */
      readonly isOutdated: boolean;
    };

const DRAFT = { href: '/plan/draft', label: 'Draft of the plan' } as const;
const PLAN = { href: '/plan', label: 'Launch plan' } as const;

function backOf({ source }: Pick<PlanCheckView, 'source'>): BackLink {
  return 'draft' in source ? DRAFT : PLAN;
}

/** What a plan would change, and the form that confirms it. */
export function planCheckPage(view: PlanCheckView): Page {
  const isSame = view.differences.length === 0 && view.base !== '';
  return {
    title: isSame
      ? 'This plan changes nothing'
      : isFirst(view)
        ? 'Check the first plan'
        : 'What this plan changes',
    back: backOf(view),
    current: '/plan',
    body: isSame ? <p>It is the same as the current plan.</p> : <PlanCheck {...view} />,
  };
}

function isFirst({ base }: Pick<PlanCheckView, 'base'>): boolean {
  return base === '';
}

function PlanCheck(view: PlanCheckView) {
  const { changes, differences, warnings, names, zone, source } = view;
  return (
    <>
      <div class="crier-status crier-status--wait">
        <p>Nothing has changed yet. Read this, then confirm it at the end of the page.</p>
      </div>
      {'kept' in source && source.isOutdated ? (
        <Alert
          kind="warning"
          title="Another plan has become active"
          text="It did so after you entered this one. What follows is what would change now."
        />
      ) : null}
      {warnings.length > 0 ? (
        <Alert kind="warning" title="Please check">
          <ul>
            {warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <DoubtfulWording wording={view.doubtful} />
      <h2 id="pivot">{PIVOT.label}</h2>
      <Pivot {...changes.pivot} />
      <h2 id="schedules">When the phases start</h2>
      <PhaseTable phases={changes.phases} names={names} zone={zone} isFirst={isFirst(view)} />
      <AudienceChanges audiences={view.audiences} sent={sentIn(changes)} names={names} />
      {isFirst(view) ? null : (
        <>
          <h2 id="told">Filers told the earlier dates</h2>
          <Told {...changes} twoPersonApproval={view.twoPersonApproval} />
        </>
      )}
      {changes.otherFacts.length > 0 ? (
        <>
          <h2 id="facts">What earlier emails said</h2>
          <p>{correctionWords(changes.otherFacts)}</p>
        </>
      ) : null}
      <CancelledRuns runs={changes.cancelled} />
      <Blocked
        phases={changes.blocked.map((id) => names.get(id) ?? id)}
        twoPersonApproval={view.twoPersonApproval}
      />
      {'draft' in source ? <SampleEmails kinds={view.kinds} /> : null}
      <h2 id="differences">{isFirst(view) ? 'The whole plan' : 'All changes'}</h2>
      <DifferenceTable differences={differences} isFirst={isFirst(view)} />
      <Confirm {...view} />
    </>
  );
}

function sentIn({ phases }: CheckedChanges): Set<string> {
  return new Set(phases.flatMap(({ id, hasRun }) => (hasRun ? [id] : [])));
}

function Pivot({ from, to }: CheckedChanges['pivot']) {
  const [before, after] = [from && datedLabel(from), datedLabel(to)];
  if (before === null || before === after) {
    return (
      <p>
        <strong>{after}</strong>
        {before === null ? '' : ', as before'}
      </p>
    );
  }
  return (
    <p>
      <del>{before}</del> becomes <strong>{after}</strong>
    </p>
  );
}

type PhaseChange = CheckedChanges['phases'][number];

const CHANGES = {
  added: ['good', 'New'],
  removed: ['bad', 'Removed'],
  moved: ['wait', 'Moved'],
  same: ['plain', 'Unchanged'],
} as const;

interface PhaseTableProps extends Pick<PlanCheckView, 'names' | 'zone'> {
  readonly phases: readonly PhaseChange[];
  readonly isFirst: boolean;
}

function PhaseTable({ phases, names, zone, isFirst }: PhaseTableProps) {
  const change: Column<PhaseChange>[] = [
    { head: 'Change', cell: (phase) => <Change {...phase} /> },
    { head: 'Before', cell: ({ from }) => timeLabel(from, zone) },
  ];
  const changed = phases
    .filter(({ change }) => change !== 'same')
    .toSorted((one, other) => (one.to ?? one.from ?? '').localeCompare(other.to ?? other.from ?? ''));
  if (changed.length === 0) return <p>No phase moves.</p>;
  return (
    <Table
      caption={isFirst ? 'The phases by time' : 'Phases that are new, removed or moved'}
      onPhones="stacked"
      class="crier-changes"
      scroll={{ labelledBy: 'schedules' }}
      rows={changed}
      columns={[
        { head: 'Phase', isRowHead: true, cell: ({ id }) => names.get(id) ?? id },
        ...(isFirst ? [] : change),
        { head: isFirst ? 'When' : 'After', cell: ({ to }) => timeLabel(to, zone) },
      ]}
    />
  );
}

function Change({ change, hasRun }: PhaseChange) {
  const [tone, label] = CHANGES[change];
  return (
    <>
      <Tag tone={tone}>{label}</Tag>
      {hasRun ? (
        <span class="crier-quiet">
          It was already sent, and won’t be sent again unless someone chooses “Send again.”
        </span>
      ) : null}
    </>
  );
}

function timeLabel(at: string | null, zone: string): string {
  return at === null ? 'no date' : courtTime(Temporal.ZonedDateTime.from(at).toInstant(), zone);
}

function Told({
  dateChange,
  toldIsCounted,
  newDates,
  twoPersonApproval,
}: CheckedChanges & Pick<PlanCheckView, 'twoPersonApproval'>) {
  if (dateChange === 0) {
    return (
      <p>{newDates ? 'No filers have been told the earlier dates.' : 'The dates in emails don’t change.'}</p>
    );
  }
  const known = dateChange === 1 ? '1 filer was' : `${count(dateChange)} filers were`;
  const who = toldIsCounted ? known : `At most ${counted(dateChange, 'filer')} were`;
  return (
    <p>
      <strong>{who} told the earlier dates.</strong> An email with the new dates is prepared for them. It
      waits on the Phases page until {twoPersonApproval ? 'an approver approves' : 'someone releases'} it.
    </p>
  );
}

function CancelledRuns({ runs }: { runs: CheckedChanges['cancelled'] }) {
  if (runs.length === 0) return null;
  return (
    <>
      <h2 id="cancelled">Runs to be canceled</h2>
      <p>They are in progress but no longer fit the new plan: none of their remaining emails will be sent.</p>
      <ul class="crier-plain-list">
        {runs.map((run) => (
          <li>
            <a href={`/log?run=${run.runId}`}>{phaseName(run)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Blocked({
  phases,
  twoPersonApproval,
}: { phases: readonly string[] } & Pick<PlanCheckView, 'twoPersonApproval'>) {
  if (phases.length === 0) return null;
  const [it, goes] = phases.length === 1 ? ['it', 'it goes'] : ['them', 'they go'];
  const [until, done] = twoPersonApproval
    ? ['an approver approves', 'approved']
    : ['someone releases', 'released'];
  return (
    <p>
      <strong>
        Waiting until {until} {it}:
      </strong>{' '}
      {phases.join(', ')}. The new plan still has {it} at the same time. Once {done}, {goes} to the filers who
      haven’t received {it}.
    </p>
  );
}

function SampleEmails({ kinds }: Pick<PlanCheckView, 'kinds'>) {
  return (
    <>
      <h2 id="emails">Sample emails</h2>
      <ul>
        {kinds.map((kind) => (
          <li>
            <a href={`/plan/draft/messages/${kind}/preview`}>{kindOf(kind).label}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Confirm(view: PlanCheckView) {
  const { person, source, base, twoPersonApproval } = view;
  const back = isFirst(view) ? backOf(view) : PLAN;
  return (
    <Section id="confirm" title="Activate this plan" class="crier-action-panel">
      {twoPersonApproval ? (
        <p>Two-person approval is on, so someone else must approve the phases of any plan you upload.</p>
      ) : null}
      <ActionForm action="/plan/confirm" person={person} label="Activate the plan">
        {'draft' in source ? (
          <Hidden name="draft" value={source.draft} />
        ) : (
          <Hidden name="plan" value={source.kept} />
        )}
        <Hidden name="base" value={base} />
        <Field name="why" label="Why?" hint="Recorded with your name." />
        <SubmitButton>Activate this plan</SubmitButton>
      </ActionForm>
      <p>
        <a href={back.href}>{isFirst(view) ? 'Go back without activating it' : 'Keep the current plan'}</a>
      </p>
    </Section>
  );
}
