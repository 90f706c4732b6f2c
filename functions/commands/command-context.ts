import type { CommandResult } from '../domain/command.ts';

/** What a command needs besides what a person asks for. */
export interface CommandContext<Services> {
  readonly services: Services;
  /** The Lambda request that the command came with: it names the entry in the audit log. */
  readonly requestId: string;
}

/** The result of a command that did nothing. @param reason A code. @param message A sentence for people. */
export function refused(reason: string, message: string): CommandResult {
  return { done: false, reason, message };
}

/** The result where a run is named that there isn't. */
export function noSuchRun(runId: string): CommandResult {
  return refused('no-such-run', `There is no run ${runId}.`);
}
