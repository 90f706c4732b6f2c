import { html } from 'hono/html';
import { STATE_WORDS, STATES, type State } from '../../domain/filer/state.ts';
import type { DecisionReason } from '../../domain/run/audience.ts';
import { skipWords } from '../../domain/send/words.ts';
import { count, counted } from '../ui/count.ts';
import { CountTable } from '../ui/count-table.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { formatDuration } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { Fit } from './phase-audience.ts';
import type { PhaseView } from './phase-page.ts';
import { perSecond } from './phase-run-parts.ts';
import type { PhaseState } from './phase-state.ts';

/** Whom a phase mails, with counts, and whether that fits. */
export function audienceBody({
  audience,
  fit,
  zone,
  phase,
}: Pick<PhaseView, 'audience' | 'fit' | 'zone' | 'phase'>): Html {
  switch (audience.kind) {
    case 'no-roster':
      return html`<p>No roster is in force: nobody can be mailed. <a href="/roster">Go to the roster</a></p>`;
    case 'counting':
      return html`<p role="status">The filers of the roster are being counted. This page goes on by itself.</p>`;
    case 'deciding':
      return html`<p>It is being decided at this moment.</p>`;
    case 'told':
      return audience.filers === null
        ? html`<p>Who was told other dates is being counted. Look again in five minutes.</p>`
        : html`<p><strong>${counted(audience.filers, 'filer')}</strong> ${audience.filers === 1 ? 'was' : 'were'} told other dates than the plan’s${audience.settled ? '' : ' so far; some emails with the old dates are still on their way'}.</p>
  ${audience.asOf ? html`<p class="crier-quiet">Counted ${timeOf(audience.asOf, zone)}. Exactly who they are is decided when it is released.</p>` : ''}${fitWords(fit, phase)}`;
    case 'frozen':
      return html`${total(audience.mailable, audience.skipped)}
  ${stateTable(audience.byState)}<p class="crier-quiet">Decided when the run started; it does not change any more. The states count who was skipped as well.</p>`;
    case 'forecast':
      return html`${total(audience.mailable, sum(audience.skipped))}
  ${stateTable(audience.byState)}
  ${skipList(audience.skipped)}
  ${outsideWords(audience.outside)}
  ${fitWords(fit, phase)}
  <p class="crier-quiet">As of the roster in force, uploaded ${timeOf(audience.roster.uploadedAt, zone)}; counted ${timeOf(audience.asOf, zone)}. It is decided anew when the phase starts, and whose address has bounced for good is left out when sending.</p>`;
  }
}

function total(mailable: number, skipped: number): Html {
  return html`<p class="crier-total"><strong>${counted(mailable, 'email')}</strong>${skipped > 0 ? html`, and ${counted(skipped, 'filer')} who can’t be mailed` : ''}.</p>`;
}

function stateTable(byState: Readonly<Partial<Record<State, number>>>): Html | '' {
  const rows = STATES.flatMap((state) => {
    const filers = byState[state];
    return filers ? [{ name: STATE_WORDS[state], count: filers }] : [];
  });
  if (rows.length === 0) return '';
  const of = rows.reduce((most, row) => most + row.count, 0);
  return CountTable({ rows, caption: 'Audience by state', heads: ['State', 'Filers'], of });
}

function skipList(skipped: Readonly<Partial<Record<DecisionReason, number>>>): Html | '' {
  const entries = Object.entries(skipped) as [DecisionReason, number][];
  if (entries.length === 0) return '';
  return html`<h3>In the audience, and not mailed</h3><ul class="crier-plain-list">${entries.map(
    ([reason, filers]) => html`<li>${counted(filers, 'filer')}: ${skipWords(reason)}</li>`,
  )}</ul>`;
}

function outsideWords(outside: Readonly<Partial<Record<State, number>>>): Html | '' {
  const entries = Object.entries(outside) as [State, number][];
  if (entries.length === 0) return '';
  const parts = entries.map(([state, filers]) => `${count(filers)} ${STATE_WORDS[state].toLowerCase()}`);
  return html`<p>It is not for: ${parts.join(', ')}.</p>`;
}

function fitWords(fit: Fit | null, { standing: { run } }: Pick<PhaseState, 'standing'>): Html | '' {
  if (run) return '';
  if (!fit)
    return html`<p>The email service does not tell its limits now, so the time it takes is not known.</p>`;
  const { preflight, rate, left } = fit;
  const takes = html`It takes ${formatDuration(preflight.seconds * 1000)} at ${perSecond(rate)}.`;
  if (preflight.fits)
    return html`<p>${takes} That fits: ${Number.isFinite(left) ? html`${counted(left, 'email')} may still be sent today` : 'there is no daily limit'}, and it ends before it expires.</p>`;
  return html`<div class="usa-alert usa-alert--warning usa-alert--slim"><div class="usa-alert__body"><p class="usa-alert__text">${takes} <strong>${
    preflight.reason === 'daily-quota'
      ? `It does not fit: only ${counted(left, 'email')} may still be sent within a day.`
      : 'It does not fit: it would not end before it expires.'
  }</strong> As things stand it would be held whole when it starts. Ask operations staff for a higher limit of the email service.</p></div></div>`;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}
