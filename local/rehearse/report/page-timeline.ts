import { tableTime } from '../../lib/court-day.ts';
import { type Html, html, NOTHING } from '../../lib/html.ts';
import type { LaunchRecord } from './read.ts';
import { timelineOf } from './timeline.ts';

const WHAT_WORDS = { upload: 'Upload', phase: 'Phase', person: 'Person', court: 'Court' } as const;

/** What happened, one below the other. */
export function timelineSection(record: LaunchRecord): Html {
  const { zone } = record.plan.court;
  const items = timelineOf(record).map(
    ({
      at,
      what,
      title,
      text,
    }) => html`<li class="${what}"><time datetime="${at}">${tableTime(at, zone)}</time>
<span class="mark"></span>
<div class="said"><strong>${title}</strong> <span class="muted">${WHAT_WORDS[what].toLowerCase()}</span>${
      text ? html`<p>${text}</p>` : NOTHING
    }</div></li>`,
  );
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">Timeline</h2>
<ol class="timeline">${items}</ol>
</section>`;
}
