import type { Child } from 'hono/jsx';

interface PageLinksProps {
  /** Where newer entries are; `null` on the first page. */
  readonly previous: string | null;
  /** Where older entries are; `null` on the last page. */
  readonly next: string | null;
  /** @default 'Back to the first page' */
  readonly previousLabel?: string;
  /** @default 'Next page' */
  readonly nextLabel?: string;
}

/** Links to the pages before and after, if there are any. A cursor knows no page numbers. */
export function PageLinks({
  previous,
  next,
  previousLabel = 'Back to the first page',
  nextLabel = 'Next page',
}: PageLinksProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" class="usa-pagination">
      <ul class="usa-pagination__list">
        {previous ? (
          <PageLink href={previous} rel="prev">
            ‹ {previousLabel}
          </PageLink>
        ) : null}
        {next ? (
          <PageLink href={next} rel="next">
            {nextLabel} ›
          </PageLink>
        ) : null}
      </ul>
    </nav>
  );
}

const SIDES = { prev: 'previous', next: 'next' } as const;

function PageLink({ href, rel, children }: { href: string; rel: keyof typeof SIDES; children: Child }) {
  return (
    <li class="usa-pagination__item usa-pagination__arrow">
      <a class={`usa-pagination__link usa-pagination__${SIDES[rel]}-page`} rel={rel} href={href}>
        {children}
      </a>
    </li>
  );
}
