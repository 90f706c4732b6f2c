import type { Services } from '../../aws/pick.ts';
import { actorLabel, personIds } from '../../domain/actor.ts';
import { PERSON } from '../../domain/command.ts';
import type { Gate, HoldScope } from '../../domain/run/send-gate.ts';
import { courtTime } from '../../lib/court-time.ts';
import { capitalized } from '../../lib/letter-case.ts';

/** Who paused what, when and why, as a sentence by scope. */
export type PauseNotes = ReadonlyMap<HoldScope, string>;

/** Reads who paused what is paused now: one item each. */
export async function loadPauseNotes(
  { holds }: Pick<Gate, 'holds'>,
  { services, zone }: { services: Pick<Services, 'gate' | 'sessions'>; zone: string },
): Promise<PauseNotes> {
  const scopes = [...holds].filter(([, reasons]) => reasons.has(PERSON)).map(([scope]) => scope);
  const read = await Promise.all(
    scopes.map(async (scope) => ({ scope, note: await services.gate.pauseNote(scope) })),
  );
  const found = read.flatMap(({ scope, note }) => (note ? [{ scope, ...note }] : []));
  if (found.length === 0) return new Map();
  const names = await services.sessions.names(personIds(found));
  return new Map(
    found.map(({ scope, by, at, why }) => {
      const reason = /[.!?]$/.test(why) ? why : `${why}.`;
      return [scope, `${capitalized(actorLabel(by, names))} paused it ${courtTime(at, zone)}: ${reason}`];
    }),
  );
}
