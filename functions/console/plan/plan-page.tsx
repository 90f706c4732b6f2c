import { may, type Person } from '../../domain/person.ts';
import { zoneWords } from '../../lib/court-time.ts';
import { Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert, AlertText } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { PendingPlan, type PendingView } from './pending-plan.tsx';
import { PlanHistory, type PlanHistoryProps, type PlanVersion } from './plan-history.tsx';
import { PlanSections, type ShownPhase } from './plan-sections.tsx';
import type { PlanSection } from './plan-summary.ts';

/** The active plan, and those before it. */
export interface PlanView extends PlanHistoryProps {
  readonly person: Person;
  readonly current: PlanVersion;
  readonly sections: readonly PlanSection[];
  /** By id. */
  readonly phases: ReadonlyMap<string, ShownPhase>;
  /** A plan that waits for a second person; `null`: none. */
  readonly pending: PendingView | null;
  /** The launch has no date. */
  readonly isPostponed: boolean;
  /** Someone works on a draft of the next plan. */
  readonly hasDraft: boolean;
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
  const { current, zone, person, isAwaited, pending } = view;
  const seconds = isAwaited ? AWAIT_SECONDS : undefined;
  return (
    <>
      <div id="awaited" data-live={seconds}>
        {isAwaited ? <Awaited /> : null}
      </div>
      <div id="plan" data-live={seconds}>
        <p>
          Active since <CourtTime at={current.uploadedAt} zone={zone} />, uploaded by {current.by}. All times
          are in the court’s time zone, {zoneWords(zone)}.
        </p>
        {pending ? <PendingPlan pending={pending} zone={zone} person={person} /> : null}
        <Links {...view} />
        <PlanSections {...view} />
      </div>
      <h2 id="history">Previous plans</h2>
      <PlanHistory {...view} />
      <h2 id="advanced">Advanced</h2>
      <ul>
        <li>
          <a href="/plan/file">Download this plan (JSON)</a>
        </li>
        {person.role === 'clerk' ? (
          <li>
            <a href="/plan/upload">Upload a plan (JSON)</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Links({ person, hasDraft, isPostponed }: Pick<PlanView, 'person' | 'hasDraft' | 'isPostponed'>) {
  return (
    <ul class="usa-button-group">
      {person.role === 'clerk' ? (
        <>
          <li class="usa-button-group__item">
            <EditPlan person={person} hasDraft={hasDraft} label="Edit the plan" />
          </li>
          <li class="usa-button-group__item">
            <a class="usa-button usa-button--outline" href="/plan/dates">
              Change the dates…
            </a>
          </li>
        </>
      ) : null}
      <li class="usa-button-group__item">
        <a class="usa-button usa-button--outline" href="/plan/notice">
          Public notice
        </a>
      </li>
      {may(person, 'operate') ? (
        <li class="usa-button-group__item">
          <a class="usa-button usa-button--outline" href="/postpone">
            {isPostponed ? 'Next steps after postponing' : 'Postpone the launch…'}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

interface EditPlanProps extends Pick<PlanView, 'person' | 'hasDraft'> {
  /** What starting a draft is called here. */
  readonly label: string;
}

/** Leads to the draft; where there is none, it is started. */
function EditPlan({ person, hasDraft, label }: EditPlanProps) {
  if (hasDraft) {
    return (
      <a class="usa-button" href="/plan/draft">
        Continue the draft
      </a>
    );
  }
  return (
    <form method="post" action="/plan/draft" aria-label={label}>
      <Hidden name="csrf" value={person.csrf} />
      <SubmitButton>{label}</SubmitButton>
    </form>
  );
}

function Awaited() {
  return (
    <Alert kind="info" title="The new plan is being processed">
      <AlertText>
        It will become active within a few seconds, and this page will show it. If it hasn’t after a minute,
        tell your operations staff.
      </AlertText>
    </Alert>
  );
}

/** Before the first plan. */
export function noPlanPage(person: Person, hasDraft: boolean): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    body: (
      <EmptyState
        title="There is no plan yet"
        form={person.role === 'clerk' ? <FirstPlan person={person} hasDraft={hasDraft} /> : null}
      >
        The plan has the court’s contacts, the dates, and which emails go out when.
      </EmptyState>
    ),
  };
}

function FirstPlan({ person, hasDraft }: Pick<PlanView, 'person' | 'hasDraft'>) {
  return (
    <>
      <EditPlan person={person} hasDraft={hasDraft} label="Create the plan" />
      <p>
        <a href="/plan/upload">Upload a plan (JSON)</a>
      </p>
    </>
  );
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
