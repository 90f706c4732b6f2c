import * as z from 'zod';
import { actorSchema } from './actor.ts';
import type { RecordedCommand } from './audit.ts';

/** An entry as it is stored. Entries of all times are read, so a command is checked no further. */
export const auditEntrySchema = z.object({
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** The request of Lambda that it came with; with `at` it names the entry. */
  requestId: z.string(),
  /** The command, under the name that stored entries have for it. */
  act: z
    .looseObject({ act: z.string(), by: actorSchema })
    .transform((act) => act as unknown as RecordedCommand),
  /** Codes: what was so before, and what is after. */
  before: z.array(z.string()).readonly(),
  after: z.array(z.string()).readonly(),
});
/** What a person did: who, what, why, and codes from before and after. It holds ids, no names or addresses. */
export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;
