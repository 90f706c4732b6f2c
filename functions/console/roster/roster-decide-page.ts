import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { FormValues } from '../http/form.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { noticeBox } from '../ui/alert.tsx';
import { counted } from '../ui/count.ts';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { uploaderOf } from './roster-words.ts';

export interface DecideView {
  readonly action: 'activate' | 'reject';
  readonly person: Pick<Person, 'csrf'>;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly version: RosterVersion;
  /** The version in force. */
  readonly current: RosterVersion | null;
  /** What was typed, and what was wrong with it. */
  readonly values: FormValues;
  readonly problems: FormValues;
  /** Why it can't be done; `null` when nothing is known to stand against it. */
  readonly refused: string | null;
  /** Emails that are on their way: their runs keep their roster. */
  readonly isSending: boolean;
}

const WORDS = {
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

/** What will happen, and a person's word for it. */
export function decidePage(view: DecideView): Page {
  const { action, version, refused } = view;
  const { title } = WORDS[action];
  return {
    title,
    current: '/roster',
    back: { label: 'Report', href: `/roster/versions/${version.version}` },
    body: html`${refused ? noticeBox({ kind: 'error', title: 'Nothing was done', text: refused }) : ''}
${action === 'activate' ? activation(view) : rejection(view)}
${form(view)}`,
  };
}

function activation({ version, current, zone, isSending }: DecideView): Html {
  const isBack = current !== null && current.version > version.version;
  const warnings = [
    ...version.held.map(({ reason }) => `${reason}.`),
    ...(isBack ? ['It is older than the roster in force: what came in since then counts no more.'] : []),
    ...(losesLinkStatus(version, current)
      ? ['The roster in force knows who has linked their account as of a later time. That is forgotten.']
      : []),
  ];
  return html`${comparison({ version, current, zone })}
${warnings.length > 0 ? html`<div class="usa-alert usa-alert--warning"><div class="usa-alert__body"><h2 class="usa-alert__heading">Look at this first</h2><ul class="usa-alert__text crier-reasons">${warnings.map((one) => html`<li>${one}</li>`)}</ul></div></div>` : ''}
<h2>What it does</h2>
<ul class="crier-steps">
  <li>From now on every phase that starts writes to the ${counted(version.filers, 'filer')} of this roster, by their states in it.</li>
  <li>${isSending ? 'Emails are going out right now: that run goes on with the roster with which it began.' : 'No email goes out by this alone.'}</li>
  <li>${current ? 'The roster in force now is kept, and can be put back.' : 'It is the first roster in force.'}</li>
  <li>It is recorded with your account and your reason.</li>
</ul>`;
}

function losesLinkStatus({ linkStatusAsOf }: RosterVersion, current: RosterVersion | null): boolean {
  const standing = current?.linkStatusAsOf ?? null;
  return standing !== null && (linkStatusAsOf === null || linkStatusAsOf < standing);
}

function comparison({
  version,
  current,
  zone,
}: {
  version: RosterVersion;
  current: RosterVersion | null;
  zone: string;
}): Html {
  const versions = current ? [current, version] : [version];
  const lines: readonly (readonly [string, (one: RosterVersion) => Html | string])[] = [
    ['Uploaded', ({ uploadedAt }) => timeOf(uploadedAt, zone)],
    ['By', uploaderOf],
    ['Filers', ({ filers }) => filers.toLocaleString('en-US')],
    ['Without an email', ({ rows }) => rows.unreachable.toLocaleString('en-US')],
    [
      'Link status',
      ({ linkStatusAsOf }) =>
        linkStatusAsOf === null ? 'none' : html`as of ${timeOf(linkStatusAsOf, zone)}`,
    ],
  ];
  return html`<div class="crier-scroll" role="region" aria-label="The two rosters" tabindex="0"><table class="usa-table usa-table--borderless crier-table">
  <thead><tr><th scope="col"><span class="usa-sr-only">What</span></th>${current ? html`<th scope="col">In force now</th>` : ''}<th scope="col">This one</th></tr></thead>
  <tbody>${lines.map(
    ([name, cell]) =>
      html`<tr><th scope="row">${name}</th>${versions.map((one) => html`<td>${cell(one)}</td>`)}</tr>`,
  )}</tbody>
</table></div>`;
}

function rejection({ version, zone, current }: DecideView): Html {
  return html`<p>Uploaded ${timeOf(version.uploadedAt, zone)} by ${uploaderOf(version)}, with ${counted(version.filers, 'filer')}.</p>
<h2>What it does</h2>
<ul class="crier-steps">
  <li>It is marked as rejected. ${current ? 'The roster in force stays.' : 'No roster is in force: nothing is sent.'}</li>
  <li>You can still put it in force later, until it is deleted.</li>
  <li>It is recorded with your account and your reason.</li>
</ul>`;
}

function form({ action, person, version, current, values, problems }: DecideView): Html {
  const { button, sure } = WORDS[action];
  const path = `/roster/versions/${version.version}`;
  const body = html`<input type="hidden" name="seen" value="${current?.version ?? ''}">
  ${textField({ name: 'why', label: 'Why?', hint: 'One sentence for the record: who checked it, and what for.', value: values.why ?? '', problem: problems.why, rows: 3 })}
  <div class="usa-form-group${problems.sure ? ' usa-form-group--error' : ''}">
    ${problems.sure ? html`<span class="usa-error-message" id="sure-problem" role="alert">${problems.sure}</span>` : ''}
    <div class="usa-checkbox"><input class="usa-checkbox__input" type="checkbox" id="sure" name="sure" value="yes" required${problems.sure ? html` aria-describedby="sure-problem"` : ''}>
    <label class="usa-checkbox__label" for="sure">${sure}</label></div>
  </div>
  <div class="crier-actions">${submitButton(button, action === 'reject' ? 'danger' : 'plain')} <a class="usa-button usa-button--unstyled" href="${path}">Cancel</a></div>`;
  return actForm(`${path}/${action}`, { person, body, label: button });
}
