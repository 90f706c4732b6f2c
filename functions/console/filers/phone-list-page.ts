import { html } from 'hono/html';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS } from '../../domain/send/words.ts';
import type { LastEmail, PhoneEntry } from '../../queries/phone-entries.ts';
import { phaseName } from '../phases/phase-name.ts';
import { actForm, submitButton } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { statusTag } from '../ui/send-tag.tsx';
import { address, phone } from './filer-page.ts';

/** Who must be told by other means than email. */
export interface PhoneListView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf'>;
  /** `null` without a roster in force. */
  readonly list: {
    readonly entries: readonly PhoneEntry[];
    readonly next: string | null;
    readonly lookFurther: boolean;
  } | null;
  readonly isFirst: boolean;
}

const PATH = '/filers/phone-list';

export function phoneListPage(view: PhoneListView): Page {
  return {
    title: 'Phone list',
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: view.list ? body(view, view.list) : nothingYet(),
  };
}

function nothingYet(): Html {
  return emptyState({
    title: 'No roster is in force',
    text: 'Whom emails do not reach follows from the roster. Upload one and put it in force first.',
    action: { href: '/roster', label: 'Go to the roster' },
  });
}

function body(
  { zone, person, isFirst }: PhoneListView,
  { entries, next, lookFurther }: NonNullable<PhoneListView['list']>,
): Html {
  const links = pageLinks({
    previous: isFirst ? null : PATH,
    next: next && linkTo(PATH, { cursor: next }),
    ...(lookFurther && { nextLabel: 'Look further' }),
  });
  if (entries.length === 0) {
    const words = lookFurther
      ? 'Nobody so far: there are more to look through.'
      : 'Emails reach everybody who needs them.';
    return html`<p class="crier-calm" role="status">${words}</p>${links}`;
  }
  return html`<p>Whom emails do not reach, or do not help. Call them, or write by post.</p>
${actForm(`${PATH}/file`, { person, label: 'Download', body: submitButton('Download the whole list as a table', 'outline') })}
<p class="crier-quiet">For a spreadsheet, with names and numbers: keep it where the roster is kept. That it was taken stands in the audit.</p>
<table class="usa-table usa-table--borderless usa-table--stacked crier-sends">
  <caption class="usa-sr-only">Filers to phone</caption>
  <thead><tr><th scope="col">Filer</th><th scope="col">Why</th><th scope="col">Phone</th><th scope="col">Address</th><th scope="col">Last email</th></tr></thead>
  <tbody>${entries.map((entry) => phoneRow(entry, zone))}</tbody>
</table>${links}`;
}

function phoneRow({ row, last }: PhoneEntry, zone: string): Html {
  const { filerId, firstName, lastName, firm, why, state, email, secondary } = row;
  return html`<tr>
  <th scope="row" data-label="Filer"><a href="/filers/${filerId}">${[firstName, lastName].filter(Boolean).join(' ')}</a>${firm ? html`<span class="crier-quiet">${firm}</span>` : ''}</th>
  <td data-label="Why">${why}${secondary && secondary !== 'none' ? html` To their other address: ${STATUS_WORDS[secondary as SendStatus]}.` : ''}<span class="crier-quiet">${STATE_WORDS[state as State]}</span></td>
  <td data-label="Phone">${phone(row.phone)}</td>
  <td data-label="Address" class="crier-break">${email ? address(email) : '–'}</td>
  <td data-label="Last email">${last ? lastWords(last, { filerId, zone }) : 'None'}</td>
</tr>`;
}

function lastWords(
  { run, status, at }: LastEmail,
  { filerId, zone }: { filerId: string; zone: string },
): Html {
  return html`<a href="/log/${run.runId}/${filerId}">${phaseName(run)}</a> ${statusTag(status)}${at ? html`<span class="crier-quiet">${timeOf(at, zone)}</span>` : ''}`;
}
