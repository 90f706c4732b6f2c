import { accessEntrySchema } from '../domain/access-entry.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';

/** Writes the access log: its own log group is that log. */
export const create: Create<unknown, void> =
  ({ log }) =>
  async (event) =>
    log.info('access', accessEntrySchema.parse(event));

/** What Lambda calls. */
export const handler = lambda(create);
