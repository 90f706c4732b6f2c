import type { Services } from '../aws/pick.ts';
import type { CommandResult, RedriveCommand } from '../domain/command.ts';
import { type CommandContext, refused } from './command-context.ts';

/** What came of a redrive. */
interface RedriveResult extends CommandResult {
  /** How many messages went back, by the name of their dead-letter queue. */
  readonly moved?: Readonly<Record<string, number>>;
}

/** A message that fails again comes back to the dead-letter queue: without a limit the redrive could continue forever. */
const MAX_ROUNDS = 100;

type RedriveServices = Pick<Services, 'auditLog' | 'clock' | 'deadLetters' | 'log'>;

/** Puts dead letters back into the queues that they come from. No email is sent twice for it: chunks see to that. */
export async function redrive(
  command: RedriveCommand,
  { services, requestId }: CommandContext<RedriveServices>,
): Promise<RedriveResult> {
  const { auditLog, clock, deadLetters, log } = services;
  const { queue } = command;
  const names = deadLetters.names.filter((name) => queue === undefined || name === queue);
  if (names.length === 0) {
    return refused(
      'no-such-queue',
      `There is no queue "${queue}". The queues are: ${deadLetters.names.join(', ')}.`,
    );
  }
  const before: string[] = [];
  for (const name of names) {
    const count = await deadLetters.count(name);
    if (count > 0) before.push(`${count} in ${name}`);
  }
  await auditLog.put({ at: clock.now().toString(), requestId, act: command, before, after: [] });
  const moved: Record<string, number> = {};
  for (const name of names) {
    const count = await putAllBack(name, deadLetters);
    if (count > 0) moved[name] = count;
  }
  log.info('dead-letters-redriven', moved);
  const parts = Object.entries(moved).map(([name, count]) => `${count} in ${name}`);
  const message =
    parts.length > 0 ? `Failed jobs put back: ${parts.join(', ')}.` : 'There are no failed jobs.';
  return { done: true, moved, message };
}

async function putAllBack(name: string, deadLetters: Services['deadLetters']): Promise<number> {
  let total = 0;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const count = await deadLetters.putBack(name);
    if (count === 0) break;
    total += count;
  }
  return total;
}
