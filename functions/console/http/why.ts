import * as z from 'zod';
import { holdsAddress, MAX_WHY } from '../../domain/why.ts';

/** The field for the reason of a command. The audit log keeps it. */
export const whySchema = z
  .string()
  .trim()
  .min(1, 'Say why: it is kept with your name.')
  .max(MAX_WHY, `Use at most ${MAX_WHY} characters.`)
  .refine(
    (why) => !holdsAddress(why),
    'Leave out the email address: what you write is kept for good. Name a filer by their id.',
  );
