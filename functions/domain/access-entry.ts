import * as z from 'zod';
import { ROLES } from './person.ts';

/** What happened at the console's door. */
export const ACCESS_EVENTS = ['signed-in', 'signed-out', 'sign-in-refused', 'request-refused'] as const;

/** An entry of the access log. It never names a page, since the address of one may name a filer. */
export const accessEntrySchema = z.strictObject({
  event: z.enum(ACCESS_EVENTS),
  /** Why it was refused, as in docs/logging.md; `null`: it wasn't. */
  reason: z.string().max(40).nullable(),
  /** The person's sign-in id; `null`: not known. */
  person: z.string().max(200).nullable(),
  role: z.enum(ROLES).nullable(),
  /** IP address that the request came from; `null`: not known. */
  source: z.union([z.ipv4(), z.ipv6()]).nullable(),
  /** Number of the request, as error pages and the API's log have it. */
  request: z.string().max(100),
  /** When the request came, by the machine's clock: an instant, ISO 8601 in UTC. */
  at: z.string(),
});
/** See {@link accessEntrySchema}. */
export type AccessEntry = Readonly<z.infer<typeof accessEntrySchema>>;
