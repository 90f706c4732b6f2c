import type { Child } from 'hono/jsx';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { Field, FieldProblem } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { type DecideAction, type DecideView, DecisionEffect } from './roster-decision-effect.tsx';

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
  keep: {
    title: 'Keep what was known?',
    button: 'Keep what was known',
    sure: 'I have looked at its report: where the file is blank, the roster in force is right.',
  },
} as const satisfies Readonly<Record<DecideAction, object>>;

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
        <DecisionEffect {...view} />
        <DecisionForm {...view} />
      </>
    ),
  };
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
