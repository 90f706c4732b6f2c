import * as z from 'zod';
import { STATES } from '../../domain/filer/state.ts';

/** For whom a preview of an email is asked, in its query; anything else there counts as not asked for. */
export const askedSchema = z.object({
  filer: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
});
