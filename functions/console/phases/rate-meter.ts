import { Temporal } from 'temporal-polyfill';

/** Emails a second of a run under way; `null` before anything can be seen. */
export type RateMeter = (
  run: { readonly runId: string; readonly decidedAt: string },
  seen: { readonly handled: number; readonly now: Temporal.Instant },
) => number | null;

interface Look {
  readonly handled: number;
  readonly milliseconds: number;
}

/** Two looks tell a rate when they are this far apart, in milliseconds: nearer ones tell too little. */
const NEAREST = 2_000;
const FARTHEST = 60_000;

/** Remembers the latest looks at runs in this process. The first look tells the rate since the run began. */
export function rateMeter(): RateMeter {
  const looks = new Map<string, Look[]>();
  return ({ runId, decidedAt }, { handled, now }) => {
    const milliseconds = now.epochMilliseconds;
    const kept = (looks.get(runId) ?? []).filter((look) => milliseconds - look.milliseconds <= FARTHEST);
    looks.set(runId, [...kept, { handled, milliseconds }]);
    const before = kept.findLast((look) => milliseconds - look.milliseconds >= NEAREST) ?? {
      handled: 0,
      milliseconds: Temporal.Instant.from(decidedAt).epochMilliseconds,
    };
    const seconds = (milliseconds - before.milliseconds) / 1000;
    return seconds > 0 && handled > 0 ? Math.max(0, handled - before.handled) / seconds : null;
  };
}
