import { goLiveAt } from '../../../functions/domain/plan/phases.ts';
import { readingTime } from '../../lib/court-day.ts';
import { Html, html } from '../../lib/html.ts';
import { totalsOf } from './figures.ts';
import type { Sample } from './outbox.ts';
import { emailsSection } from './page-emails.ts';
import { peopleSection } from './page-people.ts';
import { phasesSection } from './page-phases.ts';
import { timelineSection } from './page-timeline.ts';
import { peopleToSee } from './people.ts';
import type { LaunchRecord } from './read.ts';
import { STYLE } from './style.ts';

/** Frames hold the emails; nothing is fetched from anywhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one page that needs nothing else: a string of HTML. */
export function reportPage(record: LaunchRecord, samples: readonly Sample[]): string {
  const { plan } = record;
  const title = `Rehearsal of ${plan.name}`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<p class="eyebrow">${title}</p>
<h1>${plan.court.name}</h1>
${leadOf(record)}
<nav aria-label="Parts of the report"><ul>
<li><a href="#timeline">Timeline</a></li>
<li><a href="#phases">Phases</a></li>
<li><a href="#emails">Emails</a></li>
<li><a href="#people">Left for the clerk</a></li>
</ul></nav>
</header>
<main id="main">
${tiles(record)}
${timelineSection(record)}
${phasesSection(record)}
${emailsSection(record, samples)}
${peopleSection(peopleToSee(record.lines), record)}
</main>
<footer>
<p>Every email as SES got it is in <code>outbox/</code>, every filer's line in <code>send-log.csv</code>, these figures
in <code>summary.json</code>. All times are those of ${plan.court.zone}.</p>
</footer>
</body>
</html>
`;
  return page.source;
}

function leadOf({ plan }: LaunchRecord): Html {
  const opens = goLiveAt(plan);
  const goLive = opens ? readingTime(opens.toInstant().toString(), plan.court.zone) : 'to be announced';
  return html`<p>Go-live: <strong>${goLive}</strong>. This launch was played from its first phase to its last in the
embedded cloud, with its clock run forward. No email left this machine.</p>`;
}

function tiles({ phases, rosters }: LaunchRecord): Html {
  const { sent, delivered, bounced, complained, failed, skipped } = totalsOf(phases);
  const filers = rosters.findLast(({ activatedAt }) => activatedAt)?.filers ?? 0;
  const figures: [string, number, boolean?][] = [
    ['Filers', filers],
    ['Emails sent', sent],
    ['Delivered', delivered],
    ['Bounced', bounced, bounced > 0],
    ['Complained', complained, complained > 0],
    ['Failed', failed, failed > 0],
    ['Skipped', skipped],
  ];
  return html`<dl class="tiles">${figures.map(
    ([name, figure, warn]) =>
      html`<div${new Html(warn ? ' class="warn"' : '')}><dt>${name}</dt><dd>${figure.toLocaleString('en-US')}</dd></div>`,
  )}</dl>`;
}
