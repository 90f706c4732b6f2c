import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import type { Run } from '../../domain/run/run.ts';
import type { FormValues } from '../http/form.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';
import { phaseName } from './phase-name.ts';
import type { PhaseState } from './phase-state.ts';

export interface CancelView {
  readonly phase: PhaseState;
  readonly run: Run;
  readonly person: Person;
  readonly zone: string;
  readonly problems?: FormValues;
  readonly values?: FormValues;
}

/** What cancelling a run does, and the form that does it. */
export function cancelPage({ phase, run, person, zone, problems = {}, values = {} }: CancelView): Page {
  const name = phaseName(phase);
  return {
    title: `Cancel ${name}?`,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: html`<p>The run that started ${timeOf(run.decidedAt, zone)} ends here, for good. What has gone out stays gone out; whoever has not had it
gets nothing of this run.</p>
<p>Afterwards the phase waits. If somebody releases it before it expires, ${timeOf(phase.expiresAt, zone)}, it goes to those who have
not had it. <strong>To stop it for now only, hold it instead.</strong></p>
${actForm(`/phases/${phase.id}/cancel`, {
  person,
  label: `Cancel ${name}`,
  body: html`<input type="hidden" name="run" value="${run.runId}">
${textField({ name: 'why', label: 'Why?', hint: 'It is kept with your name.', value: values.why ?? '', problem: problems.why })}
${textField({ name: 'confirm', label: `Type ${phase.id} to confirm`, value: values.confirm ?? '', problem: problems.confirm })}
${submitButton('Cancel this run for good', 'danger')}`,
})}`,
  };
}
