import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OutboxMail } from './ses.ts';

/** Shows the mail. */
export function inboxPages(
  outbox: readonly OutboxMail[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (_request, response) => {
    response.end(`${outbox.length} emails`);
  };
}
