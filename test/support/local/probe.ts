import type { Create } from '../../../functions/lib/runtime.ts';

/** A function that does what its event says. */
export const create: Create<Record<string, unknown>, unknown> = ({ env, clock, log }) => {
  let calls = 0;
  return async (event, invocation) => {
    calls++;
    if (event.fail) throw new RangeError(String(event.fail));
    if (event.sleep) await clock.sleep(Number(event.sleep));
    event.seen = true;
    log.info('probed', { calls });
    return { event, env, calls, left: invocation.getRemainingTimeInMillis(), none: undefined };
  };
};
