import { html } from 'hono/html';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { FACTS } from '../../domain/send/status.ts';
import { ADVICE } from '../../domain/send/words.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { sendReason, statusTag } from '../ui/send-tag.tsx';

/** One send: one filer in one run, with everything that happened. */
export interface SendView {
  readonly zone: string;
  readonly person: Person;
  readonly phase: string;
  readonly line: SendLine;
  /** Why it can't be tried again, in words; `null`: it can. */
  readonly whyNoRetry: string | null;
  /** What was wrong with the form. */
  readonly problem?: string | undefined;
}

export function sendPage({ zone, person, phase, line, whyNoRetry, problem }: SendView): Page {
  const { filer, filerId, runId, status, state, meaning, reason, facts } = line;
  const name = nameOf(filer) ?? filerId;
  return {
    title: `${phase} to ${name}`,
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`<p>${statusTag(status)}</p>
<p><strong>${meaning}</strong>${reason ? html` ${sendReason(status, reason)}.` : ''}</p>
<p><strong>What to do:</strong> ${ADVICE[status]}</p>
<p><a href="/filers/${filerId}">See ${name}</a> · <a href="/log?run=${runId}">All emails of this phase</a>${state ? html` · State: ${STATE_WORDS[state]}` : ''}</p>
<h2>What happened</h2>
${facts.length === 0 ? html`<p>Nothing yet: it waits to be sent.</p>` : history(line, zone)}
${whyNoRetry ? '' : html`<h2 id="retry">Try again</h2>${retryForm({ person, runId, filerId, problem })}`}`,
  };
}

function history({ facts }: SendLine, zone: string): Html {
  return html`<ol class="crier-timeline">
  ${facts.map(
    ({ kind, at, reason, attempt, messageId }) => html`<li class="crier-timeline__item">
    <h3 class="crier-timeline__name">${statusTag(FACTS[kind].status)}</h3>
    <p class="crier-timeline__time">${timeOf(at, zone)}${attempt > 1 ? ` · attempt ${attempt}` : ''}</p>
    <p>${FACTS[kind].meaning}${reason ? html` ${sendReason(FACTS[kind].status, reason)}.` : ''}</p>
    ${messageId ? html`<p class="crier-quiet">Message ${messageId}</p>` : ''}
  </li>`,
  )}
</ol>`;
}

function retryForm({
  person,
  runId,
  filerId,
  problem,
}: Pick<SendView, 'person' | 'problem'> & { runId: string; filerId: string }): Html {
  return actForm(`/log/${runId}/${filerId}/retry`, {
    person,
    label: 'Try again',
    body: html`${textField({ name: 'why', label: 'Why', hint: 'It is kept in the audit', problem })}${submitButton('Try it again')}`,
  });
}
