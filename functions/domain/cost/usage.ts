import * as z from 'zod';

const count = z.int().nonnegative();

/** What AWS would bill for the calls of one function. */
export const usageSchema = z.strictObject({
  invocations: count,
  /** Memory times time: as long as in the embedded cloud, or 10 ms for each call of AWS if that is longer. */
  megabyteSeconds: count,
  /** DynamoDB's units, which count the size of items, of writes whose condition didn't hold as well. */
  writeUnits: count,
  readUnits: count,
  queueRequests: count,
  /** Events that Crier publishes. */
  events: count,
  /** Requests for objects; CloudTrail may log each of them. */
  objectRequests: count,
  logBytes: count,
});
/** See {@link usageSchema}. */
export type Usage = z.output<typeof usageSchema>;

/** The totals of a rehearsed launch. */
export const rehearsalSchema = z.strictObject({
  launch: z.string(),
  emails: count,
  filers: count,
  phases: count,
  /** Of each function, by its id in the template. */
  functions: z.record(z.string(), usageSchema),
});
/** See {@link rehearsalSchema}. */
export type RehearsalUsage = z.output<typeof rehearsalSchema>;

const NAMES = Object.keys(usageSchema.shape) as (keyof Usage)[];

/** Nothing yet. */
export function noUsage(): Usage {
  return Object.fromEntries(NAMES.map((name) => [name, 0])) as Usage;
}

/** All of them together, each `factor` times. */
export function sumOf(usages: readonly Usage[], factor = 1): Usage {
  const sum = (name: keyof Usage) => usages.reduce((total, usage) => total + usage[name], 0) * factor;
  return Object.fromEntries(NAMES.map((name) => [name, sum(name)])) as Usage;
}
