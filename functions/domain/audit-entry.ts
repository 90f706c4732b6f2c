import * as z from 'zod';
import { actorSchema } from './actor.ts';
import type { RecordedCommand } from './recorded-command.ts';

/** An entry as stored. Entries of every age must be readable, so the command isn't validated further. */
export const auditEntrySchema = z.object({
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  /** The Lambda request id; together with `at` it identifies the entry. */
  requestId: z.string(),
  /** The command, under the name that stored entries have for it. */
  act: z
    .looseObject({ act: z.string(), by: actorSchema })
    .transform((act) => act as unknown as RecordedCommand),
  /** Codes for what changed: before and after. */
  before: z.array(z.string()).readonly(),
  after: z.array(z.string()).readonly(),
});
/** What a person did: who, what, why, and codes from before and after. It holds ids, no names or addresses. */
export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;
