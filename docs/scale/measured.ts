import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Where the simulated phases are kept, from the repository's root. */
export const MEASURED_FILE = 'docs/scale/measured.json';

const number = z.number().nonnegative();
const invocations = z.strictObject({ count: number, milliseconds: number });
const phaseSchema = z.strictObject({
  size: z.strictObject({
    filers: number,
    maxSendRate: number,
    senders: number,
    feedback: z.strictObject({ batchSize: number, windowSeconds: number, consumers: number }),
  }),
  emails: number,
  reckoned: number,
  enqueued: number,
  firstEmail: number,
  lastEmail: number,
  recorded: number,
  waitingEvents: number,
  writeUnits: number,
  gateUnits: number,
  peaks: z.strictObject({ gate: number, run: number, shard: number, delivery: number, log: number }),
  sender: invocations,
  recorder: invocations,
});
/** A phase as it was simulated; see `SimulatedPhase`. */
export type MeasuredPhase = z.output<typeof phaseSchema>;

const measuredSchema = z.strictObject({
  phases: z.array(phaseSchema),
  starts: z.array(z.strictObject({ filers: number, seconds: number, mostUnits: number })),
  smallBatches: phaseSchema,
});
/** All phases as they were simulated. */
export type Measured = z.output<typeof measuredSchema>;

/** The figures as they were last written. */
export function readMeasured(): Measured {
  return measuredSchema.parse(JSON.parse(readFileSync(MEASURED_FILE, 'utf8')));
}
