import * as z from 'zod';

/** The field in which a person says why; it is kept with what they did. */
export const whySchema = z
  .string()
  .trim()
  .min(1, 'Say why: it is kept with your name.')
  .max(500, 'Use at most 500 characters.');
