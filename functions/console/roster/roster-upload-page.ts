import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { UploadKind } from '../../domain/upload.ts';
import { FORM_MINUTES, MAX_UPLOAD_BYTES, type SignedForm } from '../../domain/upload-place.ts';
import { noticeBox } from '../ui/alert.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { planFirst, ROSTER } from './roster-page.ts';
import { KINDS, sizeInWords } from './roster-words.ts';

export interface UploadView {
  readonly kind: UploadKind;
  /** Works without any script: S3 leads back to the page of the upload. */
  readonly form: SignedForm;
  readonly csrf: string;
  readonly hasPlan: boolean;
  /** Whether an update has a roster to change. */
  readonly hasRoster: boolean;
}

const WORDS = {
  roster: {
    title: 'Upload a roster',
    text: 'A whole roster takes the place of the one in force: whoever is not in the file is not told anything any more.',
    other: 'Only link status, or a few columns, have changed?',
    otherLabel: 'Upload an update instead',
    otherHref: '/roster/upload?kind=update',
  },
  update: {
    title: 'Upload an update',
    text: 'An update changes only the columns and the people that are in the file: the user id, and for example link_status and link_as_of.',
    other: 'The file holds every filer?',
    otherLabel: 'Upload a whole roster instead',
    otherHref: '/roster/upload',
  },
} as const;

/** Chooses a file, and sends it past the console. */
export function uploadPage(view: UploadView): Page {
  const { title, text, other, otherLabel, otherHref } = WORDS[view.kind];
  return {
    title,
    current: '/roster',
    scripts: ['upload'],
    back: ROSTER,
    body: html`${view.hasPlan ? '' : planFirst()}
${view.kind === 'update' && !view.hasRoster ? noticeBox({ kind: 'warning', title: 'A roster comes first', text: 'There is no roster in force that an update could change. Upload a whole roster.' }) : ''}
<p>${text}</p>
${form(view)}
<p>${other} <a href="${otherHref}">${otherLabel}</a></p>
<h2>What happens then</h2>
<ol class="crier-steps">
  <li>Every row is checked. You see how many are taken, and what is wrong with which row.</li>
  <li>A clean file comes into force by itself. One with many problems, or in which many filers are gone or newly have no usable address, waits for you.</li>
  <li>Nothing is lost: the roster before it can be put back at any time.</li>
</ol>
<p><a href="/roster/example.csv">Download an example (CSV)</a></p>`,
  };
}

function form({ kind, form: { url, fields }, csrf }: UploadView): Html {
  return html`<form class="crier-upload" method="post" action="${url}" enctype="multipart/form-data" data-upload="/roster/upload" data-kind="${kind}" data-csrf="${csrf}" data-max="${MAX_UPLOAD_BYTES}">
  ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
  <div class="crier-drop">
    <label class="usa-label crier-drop__label" for="file">The file</label>
    <span class="usa-hint" id="file-hint">CSV or Excel (.xlsx), at most ${sizeInWords(MAX_UPLOAD_BYTES)}.<span class="crier-drop__hint" hidden> You can also drop it here.</span></span>
    <input class="crier-drop__input" type="file" id="file" name="file" accept=".csv,.tsv,.txt,.xlsx" required aria-describedby="file-hint">
  </div>
  <button class="usa-button" type="submit">Upload</button>
  <div class="crier-sending" hidden>
    <p class="crier-sending__words" role="status"></p>
    <progress class="crier-sending__bar" max="100" value="0" aria-label="Upload"></progress>
    <button class="usa-button usa-button--outline" type="button">Stop the upload</button>
  </div>
  <div class="crier-failed" role="alert"></div>
  <noscript><p class="usa-hint">This form works for ${FORM_MINUTES} minutes, once. If it is refused, load this page again.</p></noscript>
</form>`;
}

/** Where the intake of an upload is. */
export type IntakeStep = 'waiting' | 'checking' | 'writing';

export interface IntakeView {
  readonly kind: UploadKind;
  readonly fileName: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** When the upload began: instant, ISO 8601 in UTC. */
  readonly since: string;
  readonly step: IntakeStep;
  /** Rows whose filers are written; `null` when that isn't known. */
  readonly rowsWritten: number | null;
  /** It takes longer than it should. */
  readonly isSlow: boolean;
}

const STEPS: readonly { readonly step: IntakeStep; readonly name: string; readonly text: string }[] = [
  { step: 'waiting', name: 'Waits to be read', text: 'The file has arrived. Reading begins within seconds.' },
  {
    step: 'checking',
    name: 'Every row is checked',
    text: 'A thousand rows take about a second, a million some minutes.',
  },
  {
    step: 'writing',
    name: 'A new version is written',
    text: 'The roster in force stays as it is until the last row.',
  },
];
/** Seconds between looks. */
const LIVE_SECONDS = 2;

/** What becomes of an upload: it leads to the report by itself. */
export function intakePage(view: IntakeView): Page {
  return {
    title: 'Your file is being read',
    current: '/roster',
    scripts: ['live'],
    refreshSeconds: 4,
    back: ROSTER,
    body: html`<p>${KINDS[view.kind]} <strong class="crier-break">${view.fileName}</strong>, uploaded ${timeOf(view.since, view.zone)}. You may leave this page: the reading goes on without it.</p>
<div role="status"><div id="intake" data-live="${LIVE_SECONDS}">${progress(view)}</div></div>`,
  };
}

function progress({ step, rowsWritten, isSlow, since, now }: IntakeView): Html {
  const at = STEPS.findIndex((one) => one.step === step);
  return html`<ol class="crier-timeline">
  ${STEPS.map(({ name, text }, index) => {
    const tone = index < at ? 'good' : index === at ? 'busy' : 'plain';
    const state = index < at ? 'done' : index === at ? 'now' : 'later';
    return html`<li class="crier-timeline__item crier-timeline__item--${tone}"${index === at ? html` aria-current="step"` : ''}>
    <h2 class="crier-timeline__name crier-timeline__name--step">${name} <span class="crier-sub">${state}</span></h2>
    ${index === at ? html`<p>${text}</p>` : ''}
    ${index === at && rowsWritten ? html`<p>${rowsWritten.toLocaleString('en-US')} rows are written.</p>` : ''}
  </li>`;
  })}
</ol>
${isSlow ? noticeBox({ kind: 'warning', title: 'This takes longer than usual', text: `The upload began ${fromNow(since, now)}. A very large file may take ten minutes. If nothing moves, tell your operations staff: an alarm has told them when the reading failed.` }) : ''}`;
}

export interface RefusedView {
  readonly kind: UploadKind;
  readonly fileName: string;
  readonly zone: string;
  readonly since: string;
  readonly refused: string;
}

/** Why a file can't be used at all. */
export function refusedPage({ kind, fileName, zone, since, refused }: RefusedView): Page {
  return {
    title: 'This file cannot be used',
    current: '/roster',
    back: ROSTER,
    body: html`<div class="usa-alert usa-alert--error" role="alert"><div class="usa-alert__body">
  <h2 class="usa-alert__heading">Nothing has changed</h2>
  <p class="usa-alert__text crier-break">${refused}.</p>
</div></div>
<p>${KINDS[kind]} <strong class="crier-break">${fileName}</strong>, uploaded ${timeOf(since, zone)}.</p>
<div class="crier-actions">
  <a class="usa-button" href="/roster/upload${kind === 'update' ? '?kind=update' : ''}">Upload another file</a>
  <a class="usa-button usa-button--outline" href="/roster/example.csv">Download an example (CSV)</a>
</div>`,
  };
}
