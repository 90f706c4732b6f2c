import { html } from 'hono/html';
import type { Html } from './html.ts';

/** What a page shows where there is nothing yet: why, and what to do first. */
export function emptyState({ title, text, action }: EmptyState): Html {
  return html`<div class="crier-empty">
  <h2 class="crier-empty__title">${title}</h2>
  <p>${text}</p>
  ${action ? html`<a class="usa-button" href="${action.href}">${action.label}</a>` : ''}
</div>`;
}

export interface EmptyState {
  readonly title: string;
  readonly text: string;
  /** The way to what comes first. */
  readonly action?: { readonly href: string; readonly label: string };
}
