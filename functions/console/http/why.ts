import * as z from 'zod';

/** The field for the reason of a command. The audit log keeps it. */
export const whySchema = z
  .string()
  .trim()
  .min(1, 'Say why: it is kept with your name.')
  .max(500, 'Use at most 500 characters.');
