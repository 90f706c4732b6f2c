import { html } from 'hono/html';
import type { Html } from './html.ts';

/** The way back to the page above, and the heading: for pages with `ownHeading`. */
export function pageHead(title: string, back: { readonly href: string; readonly label: string }): Html {
  return html`<nav class="crier-back" aria-label="Back"><a href="${back.href}">‹ ${back.label}</a></nav>
<h1>${title}</h1>`;
}
