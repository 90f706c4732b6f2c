import * as z from 'zod';
import { actorSchema } from '../domain/actor.ts';
import type { Gate, Hold, HoldScope } from '../domain/run/send-gate.ts';
import type { Item, ItemKey } from './dynamo.ts';

/** The key of the gate's item. */
export const GATE_KEY: ItemKey = { pk: 'gate', sk: 'gate' };
/** The key of the note on who paused a scope. */
export function pauseKey(scope: HoldScope): ItemKey {
  return { pk: GATE_KEY.pk, sk: `pause ${scope}` };
}

/** The note as it is stored. */
export const pauseNoteSchema = z.object({ by: actorSchema, at: z.string(), why: z.string() });

/** How attributes begin that hold a scope's reasons. */
export const HOLD = 'hold:';
/** How attributes begin that count a run's failed emails in a row. */
export const FAILURES = 'failures:';

const names = z.set(z.string());
const gateSchema = z.object({
  freeFrom: z.number().default(0),
  factor: z.number().exactOptional(),
  throttledAt: z.number().exactOptional(),
  restoredAt: z.number().exactOptional(),
  untold: names.default(() => new Set<string>()),
  cancelled: names.default(() => new Set<string>()),
});

/** Parses the gate's item; an empty one is an open gate. @throws ZodError when it isn't one. */
export function gateOf(item: Item): Gate {
  const under = <Value>(prefix: string, value: z.ZodType<Value>) =>
    new Map(
      Object.entries(item)
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, found]) => [name.slice(prefix.length), value.parse(found)] as const),
    );
  const { untold, ...gate } = gateSchema.parse(item);
  return {
    ...gate,
    unnotified: [...untold].sort().map(holdOf),
    holds: under(HOLD, names),
    failures: under(FAILURES, z.number()),
  };
}

/** The name of a hold among those that people haven't been notified of. */
export function nameOf({ scope, reason }: Hold): string {
  return `${scope} ${reason}`;
}

function holdOf(name: string): Hold {
  const [scope, reason] = name.split(' ') as [string, string];
  return { scope, reason };
}
