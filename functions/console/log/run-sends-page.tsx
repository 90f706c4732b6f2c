import { SHOWN_STATES, STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { LIST_SORTS } from '../../domain/roster/filer-lists.ts';
import type { Run } from '../../domain/run/run.ts';
import { SEND_STATUSES, type SendStatus } from '../../domain/send/status.ts';
import { count } from '../../lib/count.ts';
import { courtTime } from '../../lib/court-time.ts';
import type { PreviousPage } from '../../lib/cursor.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { type FilersOrder, orderIn, SORT_LABELS } from '../filers/filers-order.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Chip, Chips } from '../ui/chips.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { CursorLinks } from '../ui/page-links.tsx';
import { RunTally } from '../ui/run-tally.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { SendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { SortChips } from '../ui/sort-chips.tsx';
import { ExportSection } from './export-section.tsx';

/** The sends of one run, filtered. */
interface RunSendsView {
  readonly zone: string;
  readonly person: Person;
  readonly run: Run;
  /** `null` while the audience is being decided. */
  readonly counts: CurrentCounts | null;
  readonly status: SendStatus | undefined;
  readonly state: State | undefined;
  readonly lines: readonly SendLine[];
  /** `null`: the emails are in no order that tells people anything. */
  readonly order: FilersOrder | null;
  readonly previous: PreviousPage | null;
  /** Cursor of the next page. */
  readonly next: string | null;
  readonly lookFurther: boolean;
  /** Why nothing may be retried, as a sentence; `null`: it may. */
  readonly whyNoRetry: string | null;
}

/** The sends of one run, a page at a time. */
export function runSendsPage(view: RunSendsView): Page {
  const { run, zone, counts, status, state, person } = view;
  return {
    title: `${phaseName(run)}: emails`,
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <p>
          {courtTime(run.decidedAt, zone)}
          {run.cancelled ? ' · canceled' : ''}. <a href={`/phases/${run.phaseId}`}>View phase</a>
        </p>
        {counts ? <RunTally counts={counts} /> : null}
        <StatusChips {...view} />
        <StateFilter {...view} />
        <Sends {...view} />
        <ExportSection person={person} asked={{ run: run.runId, status, state }}>
          Exports exactly these emails, with names and addresses, for a spreadsheet. Exports are recorded in
          the audit log.
        </ExportSection>
        <Retry {...view} />
        {counts ? (
          <p class="crier-quiet">
            Numbers as of <CourtTime at={counts.asOf} zone={zone} />; the list is up to date.
          </p>
        ) : null}
      </>
    ),
  };
}

/** The filters and the order of the list, as its links have them. */
function hereOf({ run: { runId }, status, state, order }: RunSendsView) {
  return { run: runId, status, state, ...(order && orderIn(order)) };
}

function StatusChips(view: RunSendsView) {
  const { counts, status } = view;
  const here = hereOf(view);
  const offered = SEND_STATUSES.filter((one) => one === status || !counts || (counts.byStatus[one] ?? 0) > 0);
  return (
    <Chips label="Statuses">
      <Chip
        href={linkTo('/log', { ...here, status: null })}
        isChosen={status === undefined}
        count={counts?.audience == null ? undefined : count(counts.audience)}
      >
        All
      </Chip>
      {offered.map((one) => (
        <Chip
          href={linkTo('/log', { ...here, status: one })}
          isChosen={one === status}
          count={counts ? count(counts.byStatus[one] ?? 0) : undefined}
        >
          {statusLabel(one)}
        </Chip>
      ))}
    </Chips>
  );
}

function StateFilter({ run: { runId }, status, state, order }: RunSendsView) {
  const kept = Object.entries({ status, ...(order && orderIn(order)) });
  const states = SHOWN_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
  return (
    <form class="crier-filter" method="get" action="/log">
      <Hidden name="run" value={runId} />
      {kept.map(([name, value]) => (value ? <Hidden name={name} value={value} /> : null))}
      <Select
        name="state"
        label="State of the filer"
        options={[{ value: '', label: 'Every state' }, ...states]}
        chosen={state}
      />
      <button class="usa-button usa-button--outline" type="submit">
        Show
      </button>
    </form>
  );
}

function Sends(view: RunSendsView) {
  const { lines, zone, order, previous, next, lookFurther } = view;
  const here = hereOf(view);
  return (
    <>
      {order && (lines.length > 1 || previous) ? <Sorts {...view} order={order} /> : null}
      {lines.length > 0 ? (
        <SendTable lines={lines} zone={zone} caption="Emails of this phase" order={order} />
      ) : (
        <p class="crier-note">
          {lookFurther ? 'None so far. There are more emails to search.' : 'No emails match.'}
        </p>
      )}
      <CursorLinks path="/log" query={here} previous={previous} next={next} lookFurther={lookFurther} />
    </>
  );
}

/** Links to the orders. What all emails of the list share sorts nothing. */
function Sorts(view: RunSendsView & { readonly order: FilersOrder }) {
  const offered = LIST_SORTS.filter((one) => one !== 'state' || !view.state);
  return (
    <SortChips
      sorts={offered.map((one) => [one, SORT_LABELS[one]] as const)}
      {...view.order}
      hrefOf={(next) => linkTo('/log', { ...hereOf(view), ...orderIn(next) })}
    />
  );
}

function Retry({ run: { runId }, person, whyNoRetry, counts }: RunSendsView) {
  const isNothing = counts !== null && !counts.byStatus.failed && !counts.byStatus.unknown;
  if (isNothing) return null;
  return (
    <Section id="retry" title="Retry">
      {whyNoRetry ? (
        <p>{whyNoRetry}</p>
      ) : (
        <ActionForm action={`/log/${runId}/retry`} person={person} label="Retry">
          <p>
            Every email of this phase that failed or is unconfirmed will be sent again. Filers known to have
            received it by then won’t get a second one.
          </p>
          <Field name="why" label="Why?" hint="Recorded with your name." />
          <SubmitButton>Retry all</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}
