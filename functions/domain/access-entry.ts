import * as z from 'zod';
import { ROLES } from './person.ts';

/** Sign-in and access events of the console. */
const ACCESS_EVENTS = ['signed-in', 'signed-out', 'sign-in-refused', 'request-refused'] as const;

/** An entry of the access log. It never names a page, because a page's URL may name a filer. */
export const accessEntrySchema = z.strictObject({
  event: z.enum(ACCESS_EVENTS),
  /** Why the request was refused (a code in docs/logging.md); `null` if it wasn't. */
  reason: z.string().max(40).nullable(),
  /** The person's sign-in id; `null`: not known. */
  person: z.string().max(200).nullable(),
  role: z.enum(ROLES).nullable(),
  /** IP address that the request came from; `null`: not known. */
  source: z.union([z.ipv4(), z.ipv6()]).nullable(),
  /** Request id, as shown on error pages and in the API's log. */
  request: z.string().max(100),
  /** When the request arrived, by the machine's clock: an instant, ISO 8601 in UTC. */
  at: z.string(),
});
/** See {@link accessEntrySchema}. */
export type AccessEntry = Readonly<z.infer<typeof accessEntrySchema>>;
