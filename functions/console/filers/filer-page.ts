import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { BLANK, type Filer } from '../../domain/filer/filer.ts';
import type { FactChange } from '../../domain/filer/filer-changes.ts';
import { type FilerState, STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { FilerTimeline, TimelineEntry } from '../../queries/filer-timeline.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { phaseStatusLabel } from '../phases/phase-labels.ts';
import { phaseName } from '../phases/phase-name.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { sendReason, statusTag } from '../ui/send-tag.tsx';
import { toneTag } from '../ui/tag.tsx';
import type { NextEmail } from './filer-next.ts';
import { FACT_NAMES, FLAG_NAMES, factWords, isFact } from './filer-words.ts';
import { telOf } from './phone.ts';

/** Everything that is known of one filer. */
export interface FilerView extends FilerTimeline {
  readonly filerId: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Pick<Person, 'csrf'>;
  readonly next: NextEmail;
  /** Names of phases by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
  /** What was wrong with the form. */
  readonly problem?: string | undefined;
}

export function filerPage(view: FilerView): Page {
  const { filer, filerId, sends } = view;
  // Who has left the roster is named as the latest phase knew them.
  const known = filer ?? sends.find((send) => send.filer)?.filer ?? null;
  return {
    title: nameOf(known) ?? `Filer ${filerId}`,
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: html`${filer ? '' : html`<p class="crier-calm">They are not in the roster in force. This is what was known before.</p>`}
<div class="crier-columns crier-filer">
<div class="crier-columns__first">${standing(view)}${nextSection(view)}${suppressionSection(view)}</div>
<div>${known ? facts(known) : ''}</div>
</div>
${timeline(view)}`,
  };
}

/** States that ask something of the court, and the one that is the end of it all. */
const STANDS: Readonly<Partial<Record<State, string>>> = {
  linked: ' crier-stand--good',
  conflict: ' crier-stand--wait',
  'awaiting-court': ' crier-stand--wait',
  'link-failed': ' crier-stand--bad',
};

function standing({ state }: FilerView): Html {
  if (!state) return html``;
  const { account, flags } = state;
  const hasOwnAccount = account && account.rule !== state.rule;
  return html`<section class="crier-stand${STANDS[state.state] ?? ''}" aria-labelledby="standing"><h2 id="standing">${STATE_WORDS[state.state]}</h2>
<p>Rule ${String(state.rule)}: because ${state.reason}.</p>
${account?.inferred ? html`<p>Concluded from weak evidence: emails say how to check.</p>` : ''}
${hasOwnAccount ? html`<p>Their PACER account: ${STATE_WORDS[account.state].toLowerCase()} (rule ${String(account.rule)}), because ${account.reason}.</p>` : ''}
${flags.length > 0 ? html`<ul class="crier-plain-list">${flags.map((flag) => html`<li>${FLAG_NAMES[flag]}</li>`)}</ul>` : ''}</section>`;
}

function nextSection({ next, filerId, zone, now }: FilerView): Html {
  const title = html`<h2 id="next">Their next email</h2>`;
  if (!next.comes) return html`<section aria-labelledby="next">${title}<p>None. ${next.why}</p></section>`;
  const { phase } = next;
  const { name, tone, meaning } = phaseStatusLabel(phase.status);
  return html`<section aria-labelledby="next">${title}
<p><a href="/phases/${phase.id}">${phaseName(phase)}</a> ${toneTag(tone, name)}<span class="crier-quiet">${timeOf(phase.at, zone)} · ${fromNow(phase.at, now)}</span></p>
${meaning ? html`<p>${meaning}</p>` : ''}
<p><a href="/filers/${filerId}/emails/next">See this email</a> as it would be by the roster as it stands. <a href="/phases/${phase.id}/preview?filer=${filerId}">Preview</a> it among those of its phase, to send yourself a test.</p></section>`;
}

function suppressionSection({ suppression, filerId, zone, person, problem }: FilerView): Html {
  if (!suppression) return html``;
  const why =
    suppression.reason === 'complaint'
      ? 'They marked an email as spam.'
      : 'The mailbox refused an email for good.';
  return html`<section aria-labelledby="stopped"><h2 id="stopped">Emails to them are stopped</h2>
<p>${why} Since then no email goes to this address.<span class="crier-quiet">${timeOf(suppression.at, zone)} · ${suppression.detail} · <a href="/log/${suppression.runId}/${suppression.filerId}">the email</a></span></p>
${actForm(`/filers/${filerId}/unsuppress`, {
  person,
  label: 'Mail this address again',
  body: html`<p>Lift this only when you know that the address works again${suppression.reason === 'complaint' ? ' and that they want these emails' : ''}: emails that come back harm the court’s standing with mail services.</p>
${textField({ name: 'why', label: 'Why', hint: 'It is kept in the audit', problem })}
${submitButton('Mail this address again', 'outline')}`,
})}</section>`;
}

function facts(filer: Filer): Html {
  const keys = (Object.keys(FACT_NAMES) as (keyof Filer)[]).filter(isFact);
  return html`<section aria-labelledby="facts"><h2 id="facts">What the roster says</h2>
<dl class="crier-facts">${keys.map((key) => html`<div><dt>${FACT_NAMES[key]}</dt><dd>${key === 'phone' ? phone(filer.phone) : key === 'email' ? address(filer.email) : factWords(key, filer)}</dd></div>`)}</dl></section>`;
}

/** An address that may break where a reader expects it. */
export function address(email: string | null): Html | string {
  if (!email) return 'No usable address';
  const at = email.lastIndexOf('@');
  return html`${email.slice(0, at)}<wbr>${email.slice(at)}`;
}

/** A number that can be called, as a link. */
export function phone(number: string | null): Html | string {
  if (!number) return 'Unknown';
  const tel = telOf(number);
  return tel ? html`<a href="${tel}" class="crier-phone">${number}</a>` : number;
}

/** Uploads that changed them, and their emails as they stand: every fact of an email is on its own page. */
type Happening =
  | { readonly at: string; readonly roster: RosterEntry }
  | { readonly at: string; readonly send: SendLine };
type RosterEntry = Extract<TimelineEntry, { what: 'roster' }>;

function timeline({ entries, sends, zone, phases, filerId }: FilerView): Html {
  const uploads = entries.flatMap((entry): Happening[] =>
    entry.what === 'roster' ? [{ at: entry.at, roster: entry }] : [],
  );
  const emails = sends.map((send): Happening => ({ at: beganAt(send), send }));
  const all = [...uploads, ...emails].sort((one, other) => (one.at < other.at ? 1 : -1));
  if (all.length === 0) return html``;
  return html`<section aria-labelledby="timeline"><h2 id="timeline">What happened</h2>
<ol class="crier-timeline">${all.map((one) =>
    'roster' in one
      ? rosterItem(one.roster, zone)
      : emailItem(one.send, { zone, phase: phases.get(one.send.runId) ?? one.send.phaseId, filerId }),
  )}</ol></section>`;
}

/** An email stands where it began: a bounce days later belongs to it. */
function beganAt({ facts, at }: SendLine): string {
  return facts[0]?.at ?? at ?? '';
}

const CHANGES = {
  added: 'Came into the roster',
  gone: 'Left the roster',
  changed: 'The roster changed',
} as const;

function rosterItem({ at, version, change, facts, before, after }: RosterEntry, zone: string): Html {
  return html`<li class="crier-timeline__item">
  <h3 class="crier-timeline__name"><a href="/roster/versions/${version}">${CHANGES[change]}</a></h3>
  <p class="crier-timeline__time">${timeOf(at, zone)}</p>
  ${stateChange(before, after)}
  ${facts.length > 0 ? html`<ul class="crier-plain-list">${facts.map(factChange)}</ul>` : ''}
</li>`;
}

function stateChange(before: FilerState | null, after: FilerState | null): Html {
  if (!after || before?.state === after.state) return html``;
  if (!before) return html`<p>${STATE_WORDS[after.state]}</p>`;
  return html`<p>${STATE_WORDS[before.state]} → <strong>${STATE_WORDS[after.state]}</strong>, because ${after.reason}.</p>`;
}

function factChange({ fact, before, after }: FactChange): Html {
  if (!isFact(fact)) return html``;
  const words = (value: unknown) => factWords(fact, { ...BLANK, [fact]: value } as Filer);
  return html`<li>${FACT_NAMES[fact]}: ${words(before)} → <strong>${words(after)}</strong></li>`;
}

function emailItem(
  { runId, status, meaning, reason, at, facts, attempt }: SendLine,
  { zone, phase, filerId }: { zone: string; phase: string; filerId: string },
): Html {
  const began = facts[0]?.at;
  return html`<li class="crier-timeline__item">
  <h3 class="crier-timeline__name"><a href="/log/${runId}/${filerId}">${phase}</a> ${statusTag(status)}</h3>
  ${began ? html`<p class="crier-timeline__time">${timeOf(began, zone)}${attempt > 1 ? ` · attempt ${attempt}` : ''}</p>` : ''}
  <p>${meaning}${reason ? html` ${sendReason(status, reason)}.` : ''}${at && began && !isSameMinute(at, began) ? html` ${timeOf(at, zone)}.` : ''}</p>
  <p><a href="/filers/${filerId}/emails/${runId}">See the email<span class="usa-sr-only">: ${phase}</span></a></p>
</li>`;
}

function isSameMinute(one: string, other: string): boolean {
  return one.slice(0, 16) === other.slice(0, 16);
}
