import type { Child } from 'hono/jsx';
import type { PreviousPage } from '../../lib/cursor.ts';
import { linkTo } from '../../lib/link-to.ts';

interface CursorLinksProps {
  readonly path: string;
  /** The filters of the list. */
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  readonly previous: PreviousPage | null;
  /** Cursor of the next page; `null` on the last page. */
  readonly next: string | null;
  /** The page ended because enough was read. @default false */
  readonly lookFurther?: boolean;
}

/** Links to the pages before and after in a list that is read by cursors, if there are any. */
export function CursorLinks({ path, query = {}, previous, next, lookFurther }: CursorLinksProps) {
  return (
    <PageLinks
      previous={previous && linkTo(path, { ...query, cursor: previous.cursor })}
      previousLabel={previous?.isRightBefore ? 'Previous page' : 'Back to the first page'}
      next={next && linkTo(path, { ...query, cursor: next })}
      nextLabel={lookFurther ? 'Continue searching' : 'Next page'}
    />
  );
}

interface PageLinksProps {
  /** Where newer entries are; `null` on the first page. */
  readonly previous: string | null;
  /** Where older entries are; `null` on the last page. */
  readonly next: string | null;
  /** @default 'Previous page' */
  readonly previousLabel?: string;
  /** @default 'Next page' */
  readonly nextLabel?: string;
}

/** Links to the pages before and after, if there are any. */
export function PageLinks({
  previous,
  next,
  previousLabel = 'Previous page',
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
