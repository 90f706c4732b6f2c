import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { RosterAct } from '../../domain/roster/activation.ts';
import type { Problem } from '../../domain/roster/problem.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { ProblemPage } from '../../domain/roster/stored-problems.ts';
import { fileNameOf } from '../../domain/upload-place.ts';
import { counted } from '../ui/count.ts';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { toneTag } from '../ui/tag.tsx';
import { ROSTER } from './roster-page.ts';
import {
  actorOf,
  KINDS,
  problemName,
  SEVERITIES,
  STANDINGS,
  type Standing,
  uploaderOf,
} from './roster-words.ts';

export interface VersionView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly isClerk: boolean;
  readonly version: RosterVersion;
  readonly standing: Standing;
  /** Whether a roster that isn't its base is in force. */
  readonly baseIsPast: boolean;
  /** Acts on this version, newest first. */
  readonly acts: readonly RosterAct[];
  readonly deletedAfter: string | null;
  /** A page of its problems; `null` when the report has been deleted. */
  readonly problems: ProblemPage | null;
  readonly isFirstPage: boolean;
}

/** The report of one version: what it holds, what changed, what is wrong, and what can be done with it. */
export function versionPage(view: VersionView): Page {
  const { version, standing, zone, isFirstPage } = view;
  const { name, tone } = STANDINGS[standing];
  return {
    title: 'Report of a roster',
    ownHeading: true,
    back: ROSTER,
    current: '/roster',
    body: html`<h1>${KINDS[version.kind]} of ${timeOf(version.uploadedAt, zone)} ${toneTag(tone, name)}</h1>
${isFirstPage ? firstPage(view) : ''}
${problemSection(view)}
${isFirstPage ? facts(view) : ''}`,
  };
}

function firstPage(view: VersionView): Html {
  const { version, standing } = view;
  if (standing === 'incomplete') {
    return html`<p>This file is still being read. <a href="/roster/versions/${version.version}">Look again</a></p>`;
  }
  return html`${decision(view)}
${figures(version)}
${changes(view)}`;
}

const LEADS: Readonly<Record<Standing, string>> = {
  held: 'It waits for a decision: the roster before it stays in force.',
  waiting: 'It waits for a decision: the roster before it stays in force.',
  'in-force': 'Every email goes by this roster.',
  rejected: 'It was rejected, and is not in force.',
  replaced: 'It was in force, and another one has taken its place.',
  expired: 'It is being deleted.',
  incomplete: 'It is still being read.',
};

function decision({ version, standing, isClerk }: VersionView): Html {
  const isHeld = standing === 'held' && version.held.length > 0;
  return html`${
    isHeld
      ? html`<div class="usa-alert usa-alert--warning"><div class="usa-alert__body">
  <h2 class="usa-alert__heading">${isClerk ? 'You decide on this one' : 'The clerk decides on this one'}</h2>
  <ul class="usa-alert__text crier-reasons">${version.held.map(({ reason }) => html`<li>${reason}.</li>`)}</ul>
  <p class="usa-alert__text">The roster before it stays in force until then.</p>
</div></div>`
      : html`<p>${LEADS[standing]}</p>`
  }
${isClerk ? buttons(version, standing) : ''}`;
}

function buttons({ version, activatedAt }: RosterVersion, standing: Standing): Html {
  if (standing === 'in-force' || standing === 'expired') return html``;
  const label = activatedAt === null ? 'Put it in force' : 'Put it back in force';
  return html`<div class="crier-actions">
  <a class="usa-button" href="/roster/versions/${version}/activate">${label}</a>
  ${standing === 'rejected' ? '' : html`<a class="usa-button usa-button--outline" href="/roster/versions/${version}/reject">Reject it</a>`}
</div>`;
}

function figures({ filers, rows }: RosterVersion): Html {
  const shown: readonly (readonly [string, number, string])[] = [
    ['Filers', filers, 'in this version'],
    ['Rows taken', rows.accepted, `${counted(rows.warned, 'row')} to look at`],
    ['Rows left out', rows.rejected, 'mend and upload them again'],
    ['Without an email', rows.unreachable, 'on the phone list'],
  ];
  return html`<dl class="crier-figures">${shown.map(
    ([name, count, note]) =>
      html`<div class="crier-figure"><dt>${name}</dt><dd><span class="crier-figure__main">${count.toLocaleString('en-US')}</span>${note}</dd></div>`,
  )}</dl>`;
}

function changes({ version: { base, changes: changed, states }, baseIsPast }: VersionView): Html {
  const moved = changed.states;
  return html`<div class="crier-columns crier-columns--even">
<section aria-labelledby="changes"><h2 id="changes">What changed</h2>
${
  base === null
    ? html`<p>It was the first roster: there was nothing to compare it with.</p>`
    : html`<p>Compared with <a href="/roster/versions/${base}">the roster that was in force</a> when it was uploaded${baseIsPast ? '. Another one is in force now' : ''}.</p>
<table class="usa-table usa-table--borderless crier-table crier-table--narrow"><caption class="usa-sr-only">Changes</caption><tbody>
  ${[
    ['New filers', changed.new],
    ['Filers gone', changed.gone],
    ['Another email address', changed.addressChanged],
  ].map(
    ([name, count]) =>
      html`<tr><th scope="row">${name}</th><td class="crier-number">${count?.toLocaleString('en-US')}</td></tr>`,
  )}
</tbody></table>
${
  moved.length === 0
    ? html`<p>Nobody’s state has changed.</p>`
    : html`<table class="usa-table usa-table--borderless crier-table crier-table--narrow"><caption class="crier-caption">Filers whose state has changed</caption>
  <thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col" class="crier-number">Filers</th></tr></thead>
  <tbody>${moved.map(({ from, to, filers }) => html`<tr><td>${STATE_WORDS[from]}</td><td>${STATE_WORDS[to]}</td><td class="crier-number">${filers.toLocaleString('en-US')}</td></tr>`)}</tbody></table>`
}`
}</section>
${states ? stateTable(states) : ''}
</div>`;
}

function stateTable(states: Readonly<Partial<Record<State, number>>>): Html {
  const shown = (Object.keys(STATE_WORDS) as State[]).filter((state) => states[state]);
  return html`<section aria-labelledby="states"><h2 id="states">Filers by state</h2>
<p>On the day of the upload.</p>
<table class="usa-table usa-table--borderless crier-table crier-table--narrow"><caption class="usa-sr-only">Filers by state</caption><tbody>
  ${shown.map((state) => html`<tr><th scope="row">${STATE_WORDS[state]}</th><td class="crier-number">${states[state]?.toLocaleString('en-US')}</td></tr>`)}
</tbody></table></section>`;
}

function problemSection(view: VersionView): Html {
  const { problems, isFirstPage, standing } = view;
  if (standing === 'incomplete') return html``;
  return html`<section aria-labelledby="problems"><h2 id="problems">${isFirstPage ? 'What is wrong with which row' : 'Further problems'}</h2>
${problems === null ? html`<p>The list has been deleted: reports are kept for 90 days.</p>` : problemsFound(view, problems)}
</section>`;
}

function problemsFound({ version, isFirstPage }: VersionView, { problems, next }: ProblemPage): Html {
  const isTooWide = problems.length === 0 && isFirstPage && (version.problemCounts ?? []).length > 0;
  if (isTooWide)
    return html`${mending(version)}<p>Its lines are too long to be shown here: download the table.</p>`;
  if (problems.length === 0) {
    return html`<p class="crier-calm">${isFirstPage ? 'Nothing is wrong with any row.' : 'That was the last one.'}</p>`;
  }
  const path = `/roster/versions/${version.version}`;
  return html`${isFirstPage ? mending(version) : ''}
<div class="crier-scroll" role="region" aria-label="Problems by row" tabindex="0"><table class="usa-table usa-table--borderless crier-table crier-table--cards">
  <thead><tr><th scope="col" class="crier-number">Row</th><th scope="col">Column</th><th scope="col">What stands there</th><th scope="col">What is expected</th><th scope="col">What became of it</th></tr></thead>
  <tbody>${problems.map(problemRow)}</tbody>
</table></div>
${pageLinks({
  previous: isFirstPage ? null : path,
  next: next === null ? null : `${linkTo(path, { from: String(next) })}#problems`,
  previousLabel: 'Start of the report',
  nextLabel: 'Further problems',
})}`;
}

function mending({ version, problemCounts = [] }: RosterVersion): Html {
  return html`<p>Row numbers are those that a spreadsheet shows. To mend the file, download it with its problems beside each row, correct it
  there, and upload it again: the two columns in front are passed over.</p>
<div class="crier-actions"><a class="usa-button usa-button--outline" href="/roster/versions/${version}/mend.csv">Download the table to mend (CSV)</a></div>
${
  problemCounts.length === 0
    ? ''
    : html`<table class="usa-table usa-table--borderless crier-table crier-table--cards crier-table--kinds"><caption class="crier-caption">By kind</caption>
  <thead><tr><th scope="col">Problem</th><th scope="col">What became of it</th><th scope="col" class="crier-number">How often</th></tr></thead>
  <tbody>${problemCounts.map(
    ({ code, severity, count }) =>
      html`<tr><td data-label="Problem">${problemName(code)}</td><td data-label="What became of it">${severityTag(severity)}</td><td class="crier-number" data-label="How often">${count.toLocaleString('en-US')}</td></tr>`,
  )}</tbody></table>
<h3>Row by row</h3>`
}`;
}

function problemRow({ row, column, code, severity, found, expected }: Problem): Html {
  return html`<tr>
    <th scope="row" class="crier-number" data-label="Row">${row.toLocaleString('en-US')}</th>
    <td data-label="Column" class="crier-break crier-wide">${column ?? 'the whole row'}</td>
    <td data-label="What stands there" class="crier-break crier-wide">${found === '' ? html`<em>nothing</em>` : html`<code>${found}</code>`}</td>
    <td data-label="What is expected"><strong>${problemName(code)}.</strong> Expected ${expected}.</td>
    <td data-label="What became of it">${severityTag(severity)}</td>
  </tr>`;
}

function severityTag(severity: Problem['severity']): Html {
  const { name, tone } = SEVERITIES[severity];
  return toneTag(tone, name);
}

const DONE = { activate: 'Put in force', reject: 'Rejected' } as const;

function facts({ version, zone, now, acts, deletedAfter }: VersionView): Html {
  const lines: readonly (readonly [string, Html | string])[] = [
    ['Uploaded', html`${timeOf(version.uploadedAt, zone)}, ${fromNow(version.uploadedAt, now)}`],
    ['By', uploaderOf(version)],
    ['File', fileNameOf(version.key)],
    [
      'Link status',
      version.linkStatusAsOf === null ? 'none in it' : html`as of ${timeOf(version.linkStatusAsOf, zone)}`,
    ],
    ['Kept', deletedAfter === null ? 'as long as it is needed' : html`until ${timeOf(deletedAfter, zone)}`],
    ['Version', html`<code class="crier-break">${version.version}</code>`],
  ];
  return html`<section aria-labelledby="record"><h2 id="record">On the record</h2>
<dl class="crier-facts">${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd class="crier-break">${value}</dd></div>`)}</dl>
${
  acts.length === 0
    ? html`<p>Nobody has decided on it yet.</p>`
    : html`<ul class="crier-acts">${acts.map(
        (act) =>
          html`<li><strong>${DONE[act.action]}</strong> ${timeOf(act.at, zone)} by ${actorOf(act)}: <q>${act.why}</q></li>`,
      )}</ul>`
}</section>`;
}
