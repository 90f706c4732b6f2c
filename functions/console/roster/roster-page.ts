import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { noticeBox } from '../ui/alert.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { BackLink, Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { toneTag } from '../ui/tag.tsx';
import { COLUMNS } from './roster-example.ts';
import { KINDS, STANDINGS, type Standing } from './roster-words.ts';

/** The way back to it. */
export const ROSTER: BackLink = { label: 'Roster', href: '/roster' };

/** One version in the list. Instants are ISO 8601 in UTC. */
export interface VersionLine {
  readonly version: string;
  readonly kind: 'roster' | 'update';
  readonly fileName: string;
  readonly uploadedAt: string;
  readonly uploader: string;
  readonly standing: Standing;
  /** `null` while it is being read. */
  readonly filers: number | null;
  readonly rejected: number;
  /** When and by whom it last came into force. */
  readonly activated: { readonly at: string; readonly by: string } | null;
  /** When it is deleted; `null` when it is kept. */
  readonly deletedAfter: string | null;
}

export interface RosterView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly hasPlan: boolean;
  readonly isClerk: boolean;
  /** The version in force. */
  readonly current: (VersionLine & { readonly linkStatusAsOf: string | null }) | null;
  /** Newest upload first. */
  readonly versions: readonly VersionLine[];
  readonly isFirstPage: boolean;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** The roster in force, and every version there is. */
export function rosterPage(view: RosterView): Page {
  const isEmpty = view.versions.length === 0 && view.isFirstPage;
  return { title: 'Roster', current: '/roster', body: isEmpty ? nothingYet(view) : overview(view) };
}

function nothingYet({ isClerk, hasPlan }: RosterView): Html {
  return html`<p class="usa-intro crier-intro">The roster says who files at this court, and what is known of their accounts. Every email is made from it.</p>
${hasPlan ? '' : planFirst()}
<div class="crier-actions">
  ${isClerk && hasPlan ? html`<a class="usa-button" href="/roster/upload">Upload the roster</a>` : ''}
  <a class="usa-button usa-button--outline" href="/roster/example.csv">Download an example (CSV)</a>
</div>
${isClerk ? '' : html`<p>Only the clerk uploads.</p>`}
<h2 id="columns">What the file holds</h2>
<p>A table with one row for each CM/ECF account, as CSV or Excel (.xlsx). Columns may stand in any order, and most usual names for
  them are understood. Leave out what you do not have: a blank cell means “unknown”, and that filer is asked to check.</p>
${columnTable()}
<p><strong>Never upload</strong> passwords, dates of birth or social security numbers: such a file is refused whole.</p>`;
}

export function planFirst(): Html {
  return noticeBox({
    kind: 'warning',
    title: 'The launch plan comes first',
    text: 'A roster is read with the court, its time zone and go-live. Upload the launch plan before the roster.',
  });
}

function columnTable(): Html {
  return html`<div class="crier-scroll" role="region" aria-labelledby="columns" tabindex="0"><table class="usa-table usa-table--borderless crier-table">
  <thead><tr><th scope="col">Column</th><th scope="col">Needed</th><th scope="col">What it says</th></tr></thead>
  <tbody>${COLUMNS.map(
    ({ name, isRequired, says }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${isRequired ? html`<strong>yes</strong>` : 'no'}</td><td>${says}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function overview(view: RosterView): Html {
  const { isClerk, hasPlan, isFirstPage } = view;
  return html`${hasPlan ? '' : planFirst()}
${
  isFirstPage
    ? html`${inForce(view)}
${actions(isClerk && hasPlan)}`
    : ''
}
<h2 id="versions">Every version</h2>
<p>Each upload is a version of its own. An earlier one can be put back in force.</p>
${table(view)}
${pageLinks({
  previous: isFirstPage ? null : '/roster',
  next: view.next ? linkTo('/roster', { before: view.next }) : null,
  previousLabel: 'Newest versions',
  nextLabel: 'Older versions',
})}`;
}

function actions(mayUpload: boolean): Html {
  return html`<div class="crier-actions">
  ${
    mayUpload
      ? html`<a class="usa-button" href="/roster/upload">Upload a roster</a>
  <a class="usa-button usa-button--outline" href="/roster/upload?kind=update">Upload an update</a>`
      : ''
  }
  <a class="usa-button usa-button--unstyled" href="/roster/example.csv">Download an example (CSV)</a>
</div>`;
}

function inForce({ current, zone, now }: RosterView): Html {
  if (!current) {
    return noticeBox({
      kind: 'warning',
      title: 'No roster is in force',
      text: 'Nothing is sent until a version is put in force. Look at the newest one below and decide.',
    });
  }
  return html`<dl class="crier-figures">
  <div class="crier-figure"><dt>Filers in the roster in force</dt><dd><span class="crier-figure__main">${(current.filers ?? 0).toLocaleString('en-US')}</span><a href="/roster/versions/${current.version}">Look at its report</a></dd></div>
  <div class="crier-figure"><dt>Uploaded</dt><dd><span class="crier-figure__main">${fromNow(current.uploadedAt, now)}</span>${timeOf(current.uploadedAt, zone)} by ${current.uploader}</dd></div>
  <div class="crier-figure"><dt>Link status</dt><dd>${
    current.linkStatusAsOf === null
      ? html`<span class="crier-figure__main">None yet</span>Needed after go-live, for the follow-ups.`
      : html`<span class="crier-figure__main">${fromNow(current.linkStatusAsOf, now)}</span>as of ${timeOf(current.linkStatusAsOf, zone)}`
  }</dd></div>
</dl>`;
}

function table({ versions, zone }: RosterView): Html {
  return html`<div class="crier-scroll" role="region" aria-labelledby="versions" tabindex="0"><table class="usa-table usa-table--borderless crier-table crier-table--cards">
  <thead><tr><th scope="col">Uploaded</th><th scope="col">What</th><th scope="col" class="crier-number">Filers</th><th scope="col" class="crier-number">Rows left out</th><th scope="col">State</th></tr></thead>
  <tbody>${versions.map((line) => row(line, zone))}</tbody>
</table></div>`;
}

function row(line: VersionLine, zone: string): Html {
  const { name, tone } = STANDINGS[line.standing];
  return html`<tr>
    <th scope="row" data-label="Uploaded"><a href="/roster/versions/${line.version}">${timeOf(line.uploadedAt, zone)}</a><span class="crier-sub">by ${line.uploader}</span></th>
    <td data-label="What">${KINDS[line.kind]}<span class="crier-sub crier-break">${line.fileName}</span></td>
    <td data-label="Filers" class="crier-number">${line.filers === null ? '–' : line.filers.toLocaleString('en-US')}</td>
    <td data-label="Rows left out" class="crier-number">${line.rejected.toLocaleString('en-US')}</td>
    <td data-label="State">${toneTag(tone, name)}${since(line, zone)}</td>
  </tr>`;
}

function since({ activated, deletedAfter }: VersionLine, zone: string): Html {
  return html`${activated ? html`<span class="crier-sub">put in force ${timeOf(activated.at, zone)} by ${activated.by}</span>` : ''}
${deletedAfter ? html`<span class="crier-sub">deleted after ${timeOf(deletedAfter, zone)}</span>` : ''}`;
}
