import type { PreviousPage } from '../lib/cursor.ts';

/** What is asked of a list that comes page by page. */
export interface PageOptions {
  /** Where the page begins, as an earlier page gave it; checked. @default the first page */
  readonly cursor?: string | undefined;
  /** @default 50 */
  readonly limit?: number | undefined;
  /** Items read at most for one page, whether they are shown or not. @default 5,000 */
  readonly maxRead?: number | undefined;
}

/** Where a list continues after a page, and where it leads back to. */
interface NextPage {
  /** Where the page before is; `null` on the first. */
  readonly previous: PreviousPage | null;
  /** The cursor of the next page; `null`: this was the last. */
  readonly next: string | null;
  /** The page ended because enough was read, not because it is full: offer to look further. */
  readonly lookFurther: boolean;
}

/** A page with its content, or why its cursor can't be used, as a sentence. */
export type Page<Content> =
  | ({ readonly ok: true } & Content & NextPage)
  | { readonly ok: false; readonly refused: string };
