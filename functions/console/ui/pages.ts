import { html } from 'hono/html';
import type { Html } from './html.ts';

/** Ways on from a page of a list. */
export interface PageLinks {
  /** Where newer entries are; `null` on the first page. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly previousLabel?: string;
  readonly nextLabel?: string;
}

/** Links to the pages before and after; a cursor knows no page numbers. */
export function pageLinks({ previous, next, previousLabel, nextLabel }: PageLinks): Html | '' {
  if (!previous && !next) return '';
  return html`<nav aria-label="Pages" class="usa-pagination">
  <ul class="usa-pagination__list">
    ${previous ? html`<li class="usa-pagination__item usa-pagination__arrow"><a class="usa-pagination__link usa-pagination__previous-page" rel="prev" href="${previous}">‹ ${previousLabel ?? 'Back to the first page'}</a></li>` : ''}
    ${next ? html`<li class="usa-pagination__item usa-pagination__arrow"><a class="usa-pagination__link usa-pagination__next-page" rel="next" href="${next}">${nextLabel ?? 'Next page'} ›</a></li>` : ''}
  </ul>
</nav>`;
}

/** A path with its query; members that are `null` or empty are left out. */
export function linkTo(
  path: string,
  query: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
}
