import { html } from 'hono/html';
import type { Html } from './html.ts';

/** A page above this one. */
export interface TrailStep {
  readonly label: string;
  readonly href: string;
}

/** The way back, above a page's heading: the page brings its own (`ownHeading`). */
export function trail(steps: readonly TrailStep[], current: string): Html {
  return html`<nav class="usa-breadcrumb crier-trail" aria-label="Breadcrumbs"><ol class="usa-breadcrumb__list">
  ${steps.map(({ label, href }) => html`<li class="usa-breadcrumb__list-item"><a class="usa-breadcrumb__link" href="${href}">${label}</a></li>`)}
  <li class="usa-breadcrumb__list-item usa-current" aria-current="page">${current}</li>
</ol></nav>`;
}
