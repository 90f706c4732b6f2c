import { reasonsOf } from '../aws/holds.ts';
import type { OpsServices } from '../aws/ops-services.ts';
import type { Gate, HoldScope } from '../aws/send-gate.ts';
import { type CommandResult, type HoldCommand, type LiftCommand, PERSON } from '../domain/audit.ts';
import { goOn } from './resume.ts';

type HoldServices = Pick<OpsServices, 'gate' | 'runs' | 'chunks' | 'queue' | 'acts' | 'clock' | 'log'>;

/** Which request of Lambda's an act came with: it names the record. */
export interface Asked {
  readonly requestId: string;
}

/** Stops a run or everything within one share. The gate closes first: a record that fails must not keep it open. */
export async function hold(
  act: HoldCommand,
  { services, requestId }: Asked & { services: HoldServices },
): Promise<CommandResult> {
  const { gate, acts, clock, log, runs } = services;
  const at = clock.now().toString();
  if (act.scope !== 'all' && !(await runs.run(act.scope))) return noSuchRun(act.scope);
  const before = reasonsOf(await gate.read(), act.scope);
  await gate.hold(act.scope, PERSON);
  const after = [...new Set([...before, PERSON])].sort();
  log.info('hold-placed', { scope: act.scope });
  await acts.put({ at, requestId, act, before, after });
  const already = before.includes(PERSON) ? ' It was held by a person already.' : '';
  return {
    done: true,
    message: `${nameOf(act.scope)} is held: no further email goes out until a person lifts it.${already}`,
  };
}

/** Lifts one reason, and says what still holds. */
export async function lift(
  act: LiftCommand,
  { services, requestId }: Asked & { services: HoldServices },
): Promise<CommandResult> {
  const { gate, acts, clock, log, runs } = services;
  const { scope, reason } = act;
  const at = clock.now().toString();
  const read = await gate.read();
  const before = reasonsOf(read, scope);
  if (!before.includes(reason)) {
    if (scope !== 'all' && !(await runs.run(scope))) return noSuchRun(scope);
    return {
      done: false,
      reason: 'not-held',
      message: `${nameOf(scope)} is not held for the reason ${reason}. ${whatHolds(read, scope, before)}`,
    };
  }
  const after = before.filter((one) => one !== reason);
  // A lift lets emails go out: without its record it doesn't happen.
  await acts.put({ at, requestId, act, before, after });
  if (scope !== 'all' && reason.startsWith('breaker-')) await runs.restartBreaker(scope, at);
  await gate.lift(scope, reason);
  log.info('hold-lifted', { scope, reason });
  const queued = await goOn(scope, services);
  const going =
    queued > 0 ? ` What waits goes on now, in ${queued} ${queued === 1 ? 'chunk' : 'chunks'}.` : '';
  return { done: true, message: `The hold ${reason} is lifted. ${whatHolds(read, scope, after)}${going}` };
}

function whatHolds(gate: Gate, scope: HoldScope, reasons: readonly string[]): string {
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

export function noSuchRun(runId: string): CommandResult {
  return { done: false, reason: 'no-such-run', message: `There is no run ${runId}.` };
}
