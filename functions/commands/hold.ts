import type { Services } from '../aws/pick.ts';
import { type CommandResult, type HoldCommand, type LiftCommand, PERSON } from '../domain/command.ts';
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
  const already = before.includes(PERSON) ? ' It was already paused.' : '';
  return {
    done: true,
    message: `${nameOf(scope)} is paused: no more emails will be sent until someone resumes it.${already}`,
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
    const paused = stillPaused(read, { scope, reasons: before }) || 'It isn’t paused.';
    return refused(
      'not-held',
      `Nothing to resume: ${scope === 'all' ? 'all sending' : `the run ${scope}`} isn’t paused for the reason "${reason}". ${paused}`,
    );
  }
  const after = before.filter((one) => one !== reason);
  // Lifting lets emails be sent: it doesn't happen without its entry in the audit log.
  await auditLog.put({ at, requestId, act: command, before, after });
  if (scope !== 'all' && reason.startsWith('breaker-')) await runs.restartBreaker(scope, at);
  await gate.lift(scope, reason);
  log.info('hold-lifted', { scope, reason });
  const queued = await resume(scope, services);
  const going = queued > 0 ? ` Waiting emails are being sent now, in ${counted(queued, 'chunk')}.` : '';
  return {
    done: true,
    message: `${resumedWords(read, { scope, reason, left: after })}${going}`,
  };
}

/** @param left What still holds the scope itself. */
function resumedWords(
  gate: Gate,
  { scope, reason, left }: { scope: HoldScope; reason: string; left: readonly string[] },
): string {
  const paused = stillPaused(gate, { scope, reasons: left });
  if (paused === '') return `${nameOf(scope)} has resumed.`;
  return `The pause with the reason "${reason}" has ended. ${paused}`;
}

/** What still pauses a scope, or ''. @param reasons What holds the scope itself. */
function stillPaused(
  gate: Gate,
  { scope, reasons }: { scope: HoldScope; reasons: readonly string[] },
): string {
  const everything = scope === 'all' ? [] : reasonsOf(gate, 'all');
  const held = [
    ...(reasons.length > 0 ? [`${nameOf(scope)} is still paused: ${reasons.join(', ')}.`] : []),
    ...(everything.length > 0 ? [`All sending is still paused: ${everything.join(', ')}.`] : []),
  ];
  return held.join(' ');
}

function nameOf(scope: HoldScope): string {
  return scope === 'all' ? 'All sending' : `The run ${scope}`;
}
