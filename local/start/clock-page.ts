import type { Temporal } from 'temporal-polyfill';
import { INBOX_STYLE } from '../cloud/ses/inbox-style.ts';
import { readingTime, tableTime } from '../lib/court-day.ts';
import { Html, html, NOTHING } from '../lib/html.ts';
import type { DatedUpload, LastAction, Upcoming } from './clock-control.ts';

export interface ClockView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly movingTo: Temporal.Instant | null;
  readonly upcoming: readonly Upcoming[];
  readonly uploads: readonly DatedUpload[];
  readonly last: LastAction | null;
  /** Why what was just asked for wasn't done. */
  readonly refusal: string | null;
  /** Pages beside this one. */
  readonly links: { readonly console: string; readonly inbox: string };
}

const STYLE = `
header a { padding: .5rem 0; }
form { flex: none; flex-wrap: wrap; align-items: end; }
.card > * { margin: 1rem; }
.now { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
h2 { font-size: 1.125rem; margin-bottom: .5rem; }
button.main { background: #005ea2; border-color: #005ea2; color: #fff; font-weight: 600; }
label { display: grid; gap: .25rem; flex: 0 1 16rem; }
ol.times { list-style: none; padding: 0; }
ol.times li { display: grid; grid-template-columns: 14rem minmax(0, 1fr) auto; gap: .25rem 1rem; align-items: center; padding: .5rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.soft { color: var(--soft); font-variant-numeric: tabular-nums; }
.said { border-left: .375rem solid #00a91c; padding: .5rem .75rem; background: var(--paper); margin: 0 0 1rem; overflow-wrap: anywhere; }
.said.bad { border-color: #d54309; }
@media (max-width: 40rem) { ol.times li { grid-template-columns: minmax(0, 1fr); } }
`;

/** The whole page: works without scripts, and loads itself again while the clock is moved. */
export function clockPage(view: ClockView): string {
  const { zone, now, movingTo, last, refusal, links } = view;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${movingTo ? html`<meta http-equiv="refresh" content="1">` : NOTHING}
<title>The clock · Crier</title><link rel="icon" href="data:,"><style>${new Html(INBOX_STYLE + STYLE)}</style></head>
<body><header><h1>The clock</h1><a href="${links.console}">Console</a><a href="${links.inbox}">Every email</a></header>
<main>${refusal ? said({ ok: false, text: refusal }) : last && !movingTo ? said(last) : NOTHING}
<div class="card"><p class="now"><time datetime="${now.toString()}">${readingTime(now.toString(), zone)}</time></p>
<p class="soft">The court’s time, ${zone}. Rehearsal: nothing is sent to anybody.</p></div>
${movingTo ? moving(movingTo, zone) : controls(view)}
${view.uploads.length > 0 ? uploadList(view) : NOTHING}</main></body></html>`.source;
}

function said({ ok, text }: LastAction): Html {
  return ok
    ? html`<p class="said" role="status">${text}</p>`
    : html`<p class="said bad" role="alert">${text}</p>`;
}

function moving(to: Temporal.Instant, zone: string): Html {
  return html`<div class="card"><p role="status">On its way to ${readingTime(to.toString(), zone)}. Everything due until then happens in order; this page shows how far it is.</p></div>`;
}

function controls({ upcoming, now, zone }: ClockView): Html {
  const [next] = upcoming;
  const soonest = now
    .add({ minutes: 1 })
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  return html`<div class="card"><h2>What comes next</h2>
${
  next
    ? html`<ol class="times">${upcoming.slice(0, 4).map(({ at, what }) => html`<li><span class="soft">${tableTime(at.toString(), zone)}</span><span>${what}</span></li>`)}</ol>
<form method="post" action="/clock/next"><button class="main">Go to the next event</button></form>`
    : html`<p class="soft">No phase is left, and no upload. In a launch without a plan, upload one first.</p>`
}
<form method="post" action="/clock/to"><label>Or go to this time at the court<input type="datetime-local" name="at" required min="${soonest}" value="${soonest}"></label><button>Go</button></form>
<p class="soft">The clock never goes back. To start over: npm start -- --fresh. What people do stays yours, in the console: releasing a phase, saying that filing is open.</p></div>`;
}

function uploadList({ uploads, now, zone, movingTo }: ClockView): Html {
  const action = ({ file, at, isDone }: DatedUpload) => {
    if (isDone) return html`<span class="soft">Uploaded</span>`;
    if (movingTo || at.epochMilliseconds > now.epochMilliseconds)
      return html`<span class="soft">Not yet due</span>`;
    return html`<form method="post" action="/clock/upload"><input type="hidden" name="file" value="${file}"><button aria-label="Upload ${file}">Upload it</button></form>`;
  };
  return html`<div class="card"><h2>What the example’s clerk uploads</h2>
<p class="soft">A follow-up is held unless link status of the last three days is in force. Upload each at its time, or yours in the console.</p>
<ol class="times">${uploads.map((one) => html`<li><span class="soft">${tableTime(one.at.toString(), zone)}</span><span>${one.file}</span>${action(one)}</li>`)}</ol></div>`;
}
