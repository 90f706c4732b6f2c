import type { HtmlEscapedString } from 'hono/utils/html';

/** What `html` of `hono/html` makes: every value in it is escaped. Put values into quoted attributes only. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
