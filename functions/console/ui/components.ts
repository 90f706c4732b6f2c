import { html } from 'hono/html';
import { z } from 'zod';
import type { Html } from './html.ts';

export const noticeSchema = z.strictObject({
  kind: z.enum(['success', 'info', 'warning', 'error']),
  title: z.string().max(200),
  text: z.string().max(1500).optional(),
});

/** What came of an act, or what a page has to say before all else. Plain sentences. */
export type Notice = Readonly<z.output<typeof noticeSchema>>;

/** A box in the colour of its kind; screen readers hear of errors at once. */
export function noticeBox({ kind, title, text }: Notice, body?: Html): Html {
  return html`<div class="usa-alert usa-alert--${kind}" role="${kind === 'error' ? 'alert' : 'status'}">
  <div class="usa-alert__body">
    <h2 class="usa-alert__heading">${title}</h2>
    ${text ? html`<p class="usa-alert__text">${text}</p>` : ''}${body ?? ''}
  </div>
</div>`;
}
