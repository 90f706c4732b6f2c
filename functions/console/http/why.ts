import * as z from 'zod';
import { holdsAddress, MAX_WHY } from '../../domain/why.ts';

/** The field for the reason of a command. The audit log keeps it. */
export const whySchema = z
  .string()
  .trim()
  .min(1, 'Enter a reason: it is recorded with your name.')
  .max(MAX_WHY, `Use at most ${MAX_WHY} characters.`)
  .refine(
    (why) => !holdsAddress(why),
    'Remove the email address: this text is kept permanently. Refer to a filer by their id.',
  );
