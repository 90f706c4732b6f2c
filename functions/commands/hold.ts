import type { Services } from '../aws/services.ts';
import { type CommandResult, type HoldCommand, type LiftCommand, PERSON } from '../domain/audit.ts';
import { type Gate, type HoldScope, reasonsOf } from '../domain/run/send-gate.ts';
import { counted } from '../lib/count.ts';
import { type CommandContext, noSuchRun, refused } from './command-context.ts';
import { resume } from './resume.ts';

type HoldServices = Pick<Services, 'gate' | 'runs' | 'chunks' | 'queue' | 'auditLog' | 'clock' | 'log'>;

/**
 * Stops a run, or everything, within the second. The gate closes before the command is recorded: a failing audit log
 * must not keep it open.
 */
export async function hold(
  command: HoldCommand,
  { services, requestId }: CommandContext<HoldServices>,
): Promise<CommandResult> {
  const { gate, auditLog, clock, log, runs } = services;
  const { scope } = command;
  const at = clock.now().toString();
  if (scope !== 'all' && !(await runs.run(scope))) return noSuchRun(scope);
  const before = reasonsOf(await gate.read(), scope);
  await gate.hold(scope, PERSON);
  const after = [...new Set([...before, PERSON])].sort();
  log.info('hold-placed', { scope });
  await auditLog.put({ at, requestId, act: command, before, after });
  // The first who paused it counts: nothing changed for the others.
  if (!before.includes(PERSON)) await gate.notePause(scope, { by: command.by, at, why: command.why });
  const already = before.includes(PERSON) ? ' Someone had already held it.' : '';
  return {
    done: true,
    message: `${nameOf(scope)} is held: no further email will go out until someone lifts the hold.${already}`,
  };
}

/** Lifts one reason of a hold, says what still holds, and resumes what nothing holds any more. */
export async function lift(
  command: LiftCommand,
  { services, requestId }: CommandContext<HoldServices>,
): Promise<CommandResult> {
  const { gate, auditLog, clock, log, runs } = services;
  const { scope, reason } = command;
  const at = clock.now().toString();
  const read = await gate.read();
  const before = reasonsOf(read, scope);
  if (!before.includes(reason)) {
    if (scope !== 'all' && !(await runs.run(scope))) return noSuchRun(scope);
    const held = whatHolds(read, { scope, reasons: before });
    return refused(
      'not-held',
      `Nothing to lift: no hold on ${scope === 'all' ? 'everything' : `the run ${scope}`} has the reason "${reason}". ${held}`,
    );
  }
  const after = before.filter((one) => one !== reason);
  // Lifting lets emails go out: it doesn't happen without its entry in the audit log.
  await auditLog.put({ at, requestId, act: command, before, after });
  if (scope !== 'all' && reason.startsWith('breaker-')) await runs.restartBreaker(scope, at);
  await gate.lift(scope, reason);
  log.info('hold-lifted', { scope, reason });
  const queued = await resume(scope, services);
  const going = queued > 0 ? ` Waiting emails are going out now, in ${counted(queued, 'chunk')}.` : '';
  return {
    done: true,
    message: `Lifted the hold with the reason "${reason}". ${whatHolds(read, { scope, reasons: after })}${going}`,
  };
}

/** @param reasons What holds the scope itself. */
function whatHolds(gate: Gate, { scope, reasons }: { scope: HoldScope; reasons: readonly string[] }): string {
  const everything = scope === 'all' ? [] : reasonsOf(gate, 'all');
  const held = [
    ...(reasons.length > 0 ? [`${nameOf(scope)} is still held: ${reasons.join(', ')}.`] : []),
    ...(everything.length > 0 ? [`Everything is still held: ${everything.join(', ')}.`] : []),
  ];
  return held.length > 0 ? held.join(' ') : 'Nothing else holds it.';
}

function nameOf(scope: HoldScope): string {
  return scope === 'all' ? 'Everything' : `The run ${scope}`;
}
