import type { Child } from 'hono/jsx';
import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { Person } from '../../domain/person.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { FormValues } from '../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { counted } from '../ui/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Field, FieldProblem } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Comparison } from './roster-comparison.tsx';
import { uploaderOf } from './roster-labels.ts';

/** What the page shows on which a clerk activates or rejects a version. */
export interface DecideView {
  readonly action: 'activate' | 'reject';
  readonly person: Pick<Person, 'csrf'>;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly version: RosterVersion;
  /** The active version. */
  readonly current: RosterVersion | null;
  /** What was typed, and what was wrong with it. */
  readonly values: FormValues;
  readonly problems: FormValues;
  /** Why the version can't be activated or rejected, as far as that is known. */
  readonly refused: string | null;
  /** A run is under way: it keeps the roster that it began with. */
  readonly isSending: boolean;
}

const LABELS = {
  activate: {
    title: 'Put this roster in force?',
    button: 'Put it in force',
    sure: 'I have looked at its report, and want every email to go by this roster.',
  },
  reject: {
    title: 'Reject this roster?',
    button: 'Reject it',
    sure: 'I do not want this roster to come into force.',
  },
} as const;

/** Shows what a decision does, and asks the clerk for a reason. */
export function decidePage(view: DecideView): Page {
  const { action, version, refused } = view;
  return {
    title: LABELS[action].title,
    current: '/roster',
    back: { label: 'Report', href: `/roster/versions/${version.version}` },
    body: (
      <>
        {refused ? <Alert kind="error" title="Nothing was done" text={refused} /> : null}
        {action === 'activate' ? <Activation {...view} /> : <Rejection {...view} />}
        <DecisionForm {...view} />
      </>
    ),
  };
}

function Activation({ version, current, zone, isSending }: DecideView) {
  const warnings = warningsOf(version, current);
  return (
    <>
      <Comparison version={version} current={current} zone={zone} />
      {warnings.length > 0 ? (
        <Alert kind="warning" title="Look at this first" live="off">
          <ul class="usa-alert__text crier-reasons">
            {warnings.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <h2>What it does</h2>
      <ul class="crier-steps">
        <li>
          From now on every phase that starts writes to the {counted(version.filers, 'filer')} of this roster,
          by their states in it.
        </li>
        <li>
          {isSending
            ? 'Emails are going out right now: that run goes on with the roster with which it began.'
            : 'No email goes out by this alone.'}
        </li>
        <li>
          {current
            ? 'The roster in force now is kept, and can be put back.'
            : 'It is the first roster in force.'}
        </li>
        <li>It is recorded with your account and your reason.</li>
      </ul>
    </>
  );
}

function warningsOf(version: RosterVersion, current: RosterVersion | null): string[] {
  const isBack = current !== null && current.version > version.version;
  return [
    ...version.held.map(({ reason }) => `${reason}.`),
    ...(isBack ? ['It is older than the roster in force: what came in since then counts no more.'] : []),
    ...(losesProgress(version, current)
      ? [`The roster in force has newer ${campaign.progress.label}, which is lost.`]
      : []),
  ];
}

function losesProgress({ progressAsOf }: RosterVersion, current: RosterVersion | null): boolean {
  const known = current?.progressAsOf ?? null;
  return known !== null && (progressAsOf === null || progressAsOf < known);
}

function Rejection({ version, zone, current }: DecideView) {
  return (
    <>
      <p>
        Uploaded <CourtTime at={version.uploadedAt} zone={zone} /> by {uploaderOf(version)}, with{' '}
        {counted(version.filers, 'filer')}.
      </p>
      <h2>What it does</h2>
      <ul class="crier-steps">
        <li>
          It is marked as rejected.{' '}
          {current ? 'The roster in force stays.' : 'No roster is in force: nothing is sent.'}
        </li>
        <li>You can still put it in force later, until it is deleted.</li>
        <li>It is recorded with your account and your reason.</li>
      </ul>
    </>
  );
}

function DecisionForm({ action, person, version, current, values, problems }: DecideView) {
  const { button, sure } = LABELS[action];
  const path = `/roster/versions/${version.version}`;
  return (
    <ActionForm action={`${path}/${action}`} person={person} label={button}>
      <Hidden name="seen" value={current?.version ?? ''} />
      <Field
        name="why"
        label="Why?"
        hint="One sentence for the record: who checked it, and what for."
        value={values.why ?? ''}
        problem={problems.why}
        rows={3}
      />
      <SureBox problem={problems.sure}>{sure}</SureBox>
      <div class="crier-actions">
        <SubmitButton kind={action === 'reject' ? 'danger' : 'plain'}>{button}</SubmitButton>{' '}
        <a class="usa-button usa-button--unstyled" href={path}>
          Cancel
        </a>
      </div>
    </ActionForm>
  );
}

function SureBox({ problem, children }: { problem: string | undefined; children: Child }) {
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      {problem ? <FieldProblem id="sure-problem">{problem}</FieldProblem> : null}
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id="sure"
          name="sure"
          value="yes"
          required
          aria-describedby={problem ? 'sure-problem' : undefined}
        />
        <label class="usa-checkbox__label" for="sure">
          {children}
        </label>
      </div>
    </div>
  );
}
