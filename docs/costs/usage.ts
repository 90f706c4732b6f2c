import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Where the counts of the example's rehearsal are kept, from the repository's root. */
export const USAGE_FILE = 'docs/costs/example.json';

const count = z.int().nonnegative();

/** What AWS would bill for calls. */
const usageSchema = z.strictObject({
  invocations: count,
  /** Megabytes of memory of each invocation, added up. */
  invokedMegabytes: count,
  /** DynamoDB's units, which count the size of items. */
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

const exampleSchema = z.strictObject({
  launch: z.string(),
  emails: count,
  filers: count,
  phases: count,
  /** Of all ticks; while nothing happens, a rehearsal has only a few a day. */
  ticks: usageSchema,
  /** Of everything else. */
  work: usageSchema,
});
/** The totals of the example's rehearsal. */
export type ExampleUsage = z.output<typeof exampleSchema>;

/** The counts as they were last written. */
export function exampleUsage(): ExampleUsage {
  return exampleSchema.parse(JSON.parse(readFileSync(USAGE_FILE, 'utf8')));
}

/** Nothing yet. */
export function noUsage(): Usage {
  return usageSchema.parse(Object.fromEntries(Object.keys(usageSchema.shape).map((name) => [name, 0])));
}
