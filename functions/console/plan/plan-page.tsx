import type { Person } from '../../domain/person.ts';
import { Alert, AlertText } from '../ui/alert.tsx';
import { counted } from '../ui/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import type { PlanDifference, PlanSection } from './plan-labels.ts';
import { DifferenceTable, PlanSections } from './plan-sections.tsx';

/** A plan of the history. */
export interface PlanVersion {
  readonly version: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** `null`: it was uploaded outside the console. */
  readonly by: string | null;
  readonly isInForce: boolean;
  readonly goLive: string;
  /** In how many points it differs from the one before it; `null` for the first. */
  readonly differences: number | null;
}

/** The active plan, and those before it. */
export interface PlanView {
  readonly zone: string;
  readonly person: Person;
  readonly current: PlanVersion;
  readonly sections: readonly PlanSection[];
  /** When each phase is by the plan's dates, by its id: an instant. */
  readonly times: ReadonlyMap<string, string>;
  readonly history: readonly PlanVersion[];
  /** Where older ones are; `null`: there are none. */
  readonly older: string | null;
  readonly isFirstPage: boolean;
  /** A plan was uploaded a moment ago and isn't active yet. */
  readonly isAwaited: boolean;
}

/** A plan that was uploaded is looked for again after this many seconds. */
const AWAIT_SECONDS = 3;

/** What the active plan says, and the plans before it. */
export function planPage(view: PlanView): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    scripts: ['live'],
    ...(view.isAwaited && { refreshSeconds: AWAIT_SECONDS }),
    body: <ActivePlan {...view} />,
  };
}

function ActivePlan(view: PlanView) {
  const { current, zone, person, isAwaited } = view;
  const seconds = isAwaited ? AWAIT_SECONDS : undefined;
  return (
    <>
      <div id="awaited" data-live={seconds}>
        {isAwaited ? <Awaited /> : null}
      </div>
      <div id="plan" data-live={seconds}>
        <p>
          In force since <CourtTime at={current.uploadedAt} zone={zone} />, uploaded by{' '}
          {current.by ?? 'nobody known: it came in past the console'}. All times are of the court’s clock,{' '}
          {zone}.
        </p>
        <Links person={person} />
        <PlanSections {...view} />
      </div>
      <h2 id="history">Plans there were</h2>
      <History {...view} />
    </>
  );
}

function Links({ person }: { person: Person }) {
  return (
    <ul class="usa-button-group">
      {person.role === 'clerk' ? (
        <>
          <li class="usa-button-group__item">
            <a class="usa-button" href="/plan/dates">
              Change the dates …
            </a>
          </li>
          <li class="usa-button-group__item">
            <a class="usa-button usa-button--outline" href="/plan/upload">
              Upload another plan …
            </a>
          </li>
        </>
      ) : null}
      <li class="usa-button-group__item">
        <a class="usa-button usa-button--outline" href="/plan/file">
          Download it (JSON)
        </a>
      </li>
    </ul>
  );
}

function Awaited() {
  return (
    <Alert kind="info" title="The new plan is being taken in">
      <AlertText>
        It is in force within a few seconds, and this page shows it then. If it does not after a minute, tell
        your operations staff.
      </AlertText>
    </Alert>
  );
}

function History({ history, zone, older, isFirstPage }: PlanView) {
  return (
    <>
      <Table
        caption="Plans, newest first"
        onPhones="stacked"
        class="crier-phases"
        scroll={{ labelledBy: 'history' }}
        rows={history}
        columns={[
          { head: 'Uploaded', isRowHead: true, cell: (plan) => <VersionLink plan={plan} zone={zone} /> },
          { head: 'By', cell: ({ by }) => by ?? 'not known' },
          { head: 'Go-live', cell: ({ goLive }) => goLive },
          { head: 'Difference to the one before', label: 'Difference', cell: differenceLabel },
        ]}
      />
      <PageLinks
        previous={isFirstPage ? null : '/plan'}
        next={older}
        nextLabel="Older plans"
        previousLabel="Newest plans"
      />
    </>
  );
}

function VersionLink({ plan, zone }: { plan: PlanVersion; zone: string }) {
  return (
    <>
      <a href={`/plan/versions/${plan.version}`}>
        <CourtTime at={plan.uploadedAt} zone={zone} />
      </a>{' '}
      {plan.isInForce ? <Tag tone="good">In force</Tag> : null}
    </>
  );
}

function differenceLabel({ differences }: PlanVersion): string {
  if (differences === null) return 'the first plan';
  return differences === 0 ? 'none' : counted(differences, 'point');
}

/** Before the first plan. */
export function noPlanPage(person: Person): Page {
  const upload = { href: '/plan/upload', label: 'Upload the plan' };
  return {
    title: 'Launch plan',
    current: '/plan',
    body: (
      <EmptyState title="There is no plan yet" {...(person.role === 'clerk' && { action: upload })}>
        The plan says when the court goes live, when filing is closed, and what is sent when. Everything else
        follows from it.
      </EmptyState>
    ),
  };
}

/** The first plan is uploaded and not active yet: the page shows it once it is. */
export function firstPlanPage(): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    scripts: ['live'],
    refreshSeconds: AWAIT_SECONDS,
    body: (
      <div id="plan" data-live={AWAIT_SECONDS}>
        <Awaited />
      </div>
    ),
  };
}

/** One plan of the history. */
export interface VersionView {
  readonly zone: string;
  readonly version: PlanVersion;
  readonly sections: readonly PlanSection[];
  /** When each phase is by the plan's dates, by its id: an instant. */
  readonly times: ReadonlyMap<string, string>;
  readonly differences: readonly PlanDifference[];
}

/** What one plan of the history says, and what it changed. */
export function planVersionPage(view: VersionView): Page {
  const { version, differences, zone } = view;
  return {
    title: version.isInForce ? 'The plan in force' : 'An earlier plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: (
      <>
        <p>
          Uploaded <CourtTime at={version.uploadedAt} zone={zone} /> by{' '}
          {version.by ?? 'nobody known: it came in past the console'}.{' '}
          <a href={`/plan/file?version=${version.version}`}>Download it (JSON)</a>
        </p>
        <h2 id="differences">What it changed</h2>
        <DifferenceTable differences={differences} />
        <PlanSections {...view} />
      </>
    ),
  };
}
