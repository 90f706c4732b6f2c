import { STATE_WORDS, type State } from '../../../functions/domain/filer/state.ts';
import { skipWords } from '../../../functions/domain/send/words.ts';
import { tableTime } from '../../lib/court-day.ts';
import { type Html, html, NOTHING } from '../../lib/html.ts';
import { type PhaseFigures, totalsOf } from './figures.ts';
import type { LaunchRecord } from './read.ts';
import { KIND_WORDS, OUTCOME_WORDS, reasonWords, statesInOrder } from './words.ts';

const FIGURES = ['audience', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'skipped'] as const;
const HEADS = ['Audience', 'Sent', 'Delivered', 'Bounced', 'Complained', 'Failed', 'Skipped'] as const;

/** Every phase with its figures: one table, then a card each. */
export function phasesSection({ phases, plan }: LaunchRecord): Html {
  const largest = Math.max(1, ...phases.map(({ audience }) => audience));
  const states = (Object.keys(STATE_WORDS) as State[]).filter((state) =>
    phases.some(({ byState }) => byState[state]),
  );
  return html`<section aria-labelledby="phases">
<h2 id="phases">Phases</h2>
<p>The audience is everybody whom a phase is for. Sent are the emails that the mail service took; some bounced, and who complained
marked the email as spam. Skipped are those of the audience who can't or shouldn't be mailed.</p>
${table(phases, plan.court.zone)}
<h3 id="states">Whom each phase was for</h3>
<ul class="legend">${states.map((state) => html`<li>${swatch(state)}${STATE_WORDS[state]}</li>`)}</ul>
<ul class="chart">${phases.map((phase) => bar(phase, largest))}</ul>
<h3 id="outcomes">What became of each phase</h3>
<div class="cards">${phases.map((phase) => card(phase, plan.court.zone))}</div>
</section>`;
}

function table(phases: readonly PhaseFigures[], zone: string): Html {
  const totals = { audience: null, ...totalsOf(phases) };
  return html`<div class="scroll" role="region" aria-label="Figures of every phase" tabindex="0"><table>
<thead><tr><th scope="col">Phase</th><th scope="col">When (${zone})</th>${HEADS.map(
    (head) => html`<th scope="col" class="number">${head}</th>`,
  )}</tr></thead>
<tbody>${phases.map(
    (phase) =>
      html`<tr><th scope="row">${phase.phase}</th><td class="when">${whenOf(phase, zone)}</td>${FIGURES.map(
        (name) => figure(phase[name]),
      )}</tr>`,
  )}</tbody>
<tfoot><tr><th scope="row">Total</th><td></td>${FIGURES.map((name) => figure(totals[name]))}</tr></tfoot>
</table></div>`;
}

function figure(value: number | null): Html {
  if (value === null) return html`<td></td>`;
  return html`<td class="${value === 0 ? 'number none' : 'number'}">${value.toLocaleString('en-US')}</td>`;
}

/** For the eye: its figures stand in the card too. */
function bar({ phase, audience, byState }: PhaseFigures, largest: number): Html {
  const width = ((100 * audience) / largest).toFixed(1);
  const parts = statesInOrder(byState).map(
    ([state, count]) =>
      html`<span style="flex: ${count}; --colour: var(--${state})" title="${STATE_WORDS[state]}: ${count}"></span>`,
  );
  return html`<li><span>${phase}</span>
<div><div class="bar" aria-hidden="true" style="width: ${width}%">${parts}</div></div>
<span class="number">${audience.toLocaleString('en-US')}</span></li>`;
}

function card(phase: PhaseFigures, zone: string): Html {
  const number = phase.of > 1 ? ` ${phase.number} of ${phase.of}` : '';
  const states = statesInOrder(phase.byState);
  return html`<article class="card">
<h4>${phase.phase} <span>${KIND_WORDS[phase.kind]}${number}</span></h4>
<p class="when">${whenOf(phase, zone)}</p>
${phase.outcome === 'done' ? NOTHING : html`<p class="badge">${OUTCOME_WORDS[phase.outcome]}${phase.reason ? `: ${reasonWords(phase.reason)}` : ''}</p>`}
<ul class="states">${states.map(
    ([state, count]) =>
      html`<li><span>${swatch(state)}${STATE_WORDS[state]}</span><span>${count}</span></li>`,
  )}</ul>
<ul class="states split">${becameOf(phase).map(([what, count]) => html`<li><span>${what}</span><span>${count}</span></li>`)}</ul>
</article>`;
}

/** What became of the audience; together its lines make up the whole. */
function becameOf(phase: PhaseFigures): [string, number][] {
  const lines: [string, number][] = [
    ['Delivered', phase.delivered],
    ['Bounced', phase.bounced],
    ['Complained', phase.complained],
    ['Sent, outcome open', phase.open],
    ['Failed', phase.failed],
    ['Sent or not: unknown', phase.unknown],
    ['Not sent yet', phase.waiting],
    ...Object.entries(phase.skippedWhy).map(([reason, count]): [string, number] => [
      `Skipped: ${skipWords(reason)}`,
      count,
    ]),
  ];
  return lines.filter(([, count]) => count > 0);
}

function whenOf(phase: PhaseFigures, zone: string): string {
  return tableTime(new Date(phase.startedAt ?? phase.scheduledFor).toISOString(), zone);
}

function swatch(state: State): Html {
  return html`<span class="swatch" style="--colour: var(--${state})"></span>`;
}
