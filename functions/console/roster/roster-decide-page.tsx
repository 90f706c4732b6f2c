import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmForm } from '../ui/confirm-form.tsx';
import type { Page } from '../ui/layout.tsx';
import { type DecideAction, type DecideView, DecisionEffect } from './roster-decision-effect.tsx';

const LABELS = {
  activate: {
    title: 'Activate this roster?',
    button: 'Activate roster',
    sure: 'I have reviewed its report and want every email to use this roster.',
  },
  reject: {
    title: 'Reject this roster?',
    button: 'Reject roster',
    sure: 'I do not want this roster to become active.',
  },
  keep: {
    title: 'Keep known values?',
    button: 'Keep known values',
    sure: 'I have reviewed its report: where the file is blank, the active roster is right.',
  },
} as const satisfies Readonly<Record<DecideAction, object>>;

/** Shows what a decision does, and asks the clerk for a reason. */
export function decidePage(view: DecideView): Page {
  const { action, version } = view;
  return {
    title: LABELS[action].title,
    current: '/roster',
    back: { label: 'Report', href: `/roster/versions/${version.version}` },
    body: (
      <>
        <DecisionEffect {...view} />
        <DecisionForm {...view} />
      </>
    ),
  };
}

function DecisionForm({ action, person, version, current }: DecideView) {
  const { button, sure } = LABELS[action];
  const path = `/roster/versions/${version.version}`;
  return (
    <ConfirmForm
      action={`${path}/${action}`}
      person={person}
      label={button}
      hidden={{ seen: current?.version ?? '' }}
      why={{ hint: 'For the audit log: who checked it, and why.', rows: 3 }}
      button={{ text: button, isDanger: action === 'reject' }}
      back={path}
    >
      <Checkbox name="sure" isRequired={true}>
        {sure}
      </Checkbox>
    </ConfirmForm>
  );
}
