import { enqueueChunks, furtherChunk } from '../aws/enqueue-chunks.ts';
import type { Services } from '../aws/pick.ts';
import type { CommandResult, RetryCommand } from '../domain/command.ts';
import {
  decideAll,
  decideOne,
  type RetryableSend,
  type RetryDecision,
  runRefusal,
} from '../domain/run/decide-retry.ts';
import { nextAttempt } from '../domain/run/retry.ts';
import { claimOf } from '../domain/run/run.ts';
import { isHeld } from '../domain/run/send-gate.ts';
import { byFiler } from '../domain/send/sends.ts';
import { foldStatus } from '../domain/send/status.ts';
import { counted } from '../lib/count.ts';
import { type CommandContext, noSuchRun } from './command-context.ts';

/** What came of a retry. */
export interface RetryResult extends CommandResult {
  /** Further attempts that this command made, as `filerId#attempt`. */
  readonly queued?: readonly string[];
}

type RetryServices = Pick<
  Services,
  'auditLog' | 'chunks' | 'clock' | 'gate' | 'log' | 'queue' | 'runs' | 'sendLog'
>;

/**
 * Gives filers whose send failed or is unknown one further attempt each, in a chunk of its own that is put only if
 * absent: two clicks make one email. Its sender looks for proof of an earlier one right before it sends.
 */
export async function retry(
  command: RetryCommand,
  { services, requestId }: CommandContext<RetryServices>,
): Promise<RetryResult> {
  const run = await services.runs.run(command.runId);
  if (!run) return noSuchRun(command.runId);
  const decision = runRefusal(run, services.clock.now()) ?? (await decide(command, services));
  if (!decision.retry) return { done: false, reason: decision.reason, message: decision.message };
  const { attempts, found, before } = decision;
  await services.auditLog.put({
    at: services.clock.now().toString(),
    requestId,
    act: command,
    before,
    after: attempts.map(claimOf),
  });
  const made = await enqueueChunks(run.runId, { wanted: attempts.map(furtherChunk), services });
  const queued = made.flatMap(({ attempts: [attempt] }) => claimOf(attempt!));
  services.log.info('sends-retried', { run: run.runId, sends: queued.length });
  const held = isHeld(await services.gate.read(), run.runId);
  const message = resultMessage({ found, tried: attempts.length, queued: queued.length, held });
  return { done: true, queued, message };
}

async function decide(command: RetryCommand, { sendLog }: RetryServices): Promise<RetryDecision> {
  const { runId, filerId, reason } = command;
  if (filerId !== undefined) {
    return decideOne(await sendLog.factsOf(runId, filerId), { runId, filerId, reason });
  }
  const found: RetryableSend[] = [];
  for await (const { facts } of byFiler(sendLog.facts(runId))) {
    const attempt = nextAttempt(facts, reason);
    if (attempt) found.push({ attempt, status: foldStatus(facts).status });
  }
  return decideAll(found, command);
}

function resultMessage(counts: { found: number; tried: number; queued: number; held: boolean }): string {
  const already = counts.tried - counts.queued;
  const left = counts.found - counts.tried;
  return [
    `Retrying ${counted(counts.queued, 'email')}.`,
    ...(already > 0
      ? [`${counted(already, 'email')} ${already === 1 ? 'was' : 'were'} already queued.`]
      : []),
    ...(left > 0 ? [`${counted(left, 'more email')} ${left === 1 ? 'is' : 'are'} left: retry again.`] : []),
    ...(counts.held ? ['The run is paused: nothing will be sent until someone resumes it.'] : []),
  ].join(' ');
}
