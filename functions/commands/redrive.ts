import type { OpsServices } from '../aws/ops-services.ts';
import type { CommandResult, RedriveCommand } from '../domain/audit.ts';
import type { Asked } from './hold.ts';

export interface RedriveResult extends CommandResult {
  /** How many letters went back, by the name of their queue. */
  readonly moved?: Readonly<Record<string, number>>;
}

/** A letter that dies again comes back: without an end the two queues would play ball. */
const MOST_ROUNDS = 100;

/** Puts dead letters back into the queues that they come from. Nothing is sent twice by it: chunks decide that. */
export async function redrive(
  act: RedriveCommand,
  { services, requestId }: Asked & { services: Pick<OpsServices, 'acts' | 'clock' | 'deadLetters' | 'log'> },
): Promise<RedriveResult> {
  const { acts, clock, deadLetters, log } = services;
  const names = deadLetters.names.filter((name) => act.queue === undefined || name === act.queue);
  if (names.length === 0) {
    const message = `There is no queue ${act.queue}. There are: ${deadLetters.names.join(', ')}.`;
    return { done: false, reason: 'no-such-queue', message };
  }
  await acts.put({ at: clock.now().toString(), requestId, act, before: names, after: [] });
  const moved: Record<string, number> = {};
  for (const name of names) {
    const count = await putAllBack(name, deadLetters);
    if (count > 0) moved[name] = count;
  }
  log.info('dead-letters-redriven', moved);
  const parts = Object.entries(moved).map(([name, count]) => `${count} of ${name}`);
  const message = parts.length > 0 ? `Put back: ${parts.join(', ')}.` : 'No dead letters lie there.';
  return { done: true, moved, message };
}

async function putAllBack(name: string, deadLetters: OpsServices['deadLetters']): Promise<number> {
  let total = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const count = await deadLetters.putBack(name);
    if (count === 0) break;
    total += count;
  }
  return total;
}
