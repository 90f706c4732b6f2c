import { counted } from '../lib/count.ts';
import { pauseWords, statusWords } from './audit-codes.ts';
import type { Deed, Facts, Name } from './audit-facts.ts';
import {
  type HoldCommand,
  type LiftCommand,
  PERSON,
  type ReleaseCommand,
  type RetryCommand,
} from './command.ts';
import type { RecordedChange } from './recorded-command.ts';

/** What is said of pausing the sending of all phases or of one. */
export function paused({ scope }: HoldCommand, { before, phase }: Facts): string {
  const already = before.length > 0 ? ` (already paused: ${pauseWords(before)})` : '';
  return `paused ${sendingOf(scope, phase)}${already}`;
}

/** Several holds can be active at once, so lifting one may leave others. */
export function resumed({ scope, reason }: LiftCommand, { before, after, phase }: Facts): Deed {
  const what = sendingOf(scope, phase);
  if (after.length > 0) {
    return {
      did: `lifted one of the pauses of ${what}`,
      changes: [{ what: 'Paused', before: pauseWords(before), after: pauseWords(after) }],
    };
  }
  const cause = (reason ?? PERSON) === PERSON ? '' : ` (paused: ${pauseWords([reason])})`;
  return { did: `resumed ${what}${cause}` };
}

function sendingOf(scope: string, phase: Name): string {
  return scope === 'all' ? 'all sending' : phase(scope);
}

/** Of `2 failed` and `1 unknown`; in older entries, of `3 failed or unknown`. */
export function retried({ runId, filerId, reason }: RetryCommand, { before, after, phase }: Facts): Deed {
  const status = filerId === undefined ? before.join(', ') : (before[0] ?? '').replace(/^1 /, '');
  const changes = [{ what: 'Status', before: status, after: 'waiting' }];
  if (filerId !== undefined) return { did: `retried the ${phase(runId)} email to filer ${filerId}`, changes };
  const found = before.reduce((sum, code) => sum + (Number.parseInt(code, 10) || 0), 0);
  const some = found > after.length ? `${after.length} of ` : '';
  const emails = counted(Math.max(found, after.length), 'failed or unknown email');
  return {
    did: `retried ${some}${emails} of ${phase(runId)}${reason === undefined ? '' : ` (${reason})`}`,
    changes: found > after.length ? [] : changes,
  };
}

/** Of `3 in ChunkDeadLetters`. Older entries have the names of the queues alone. */
export function failedJobs(before: readonly string[]): RecordedChange[] {
  const counts = before.filter((code) => /^\d+ in /.test(code));
  return counts.length > 0 ? [{ what: 'Failed jobs', before: counts.join(', '), after: 'retried' }] : [];
}

/** Of a phase that is released or approved. */
export function released({ phaseId }: ReleaseCommand, { before, after, phase, time }: Facts): Deed {
  const [code, plan, roster] = after;
  const isApproval = code === 'approved' && plan !== undefined && roster !== undefined;
  const statuses = [...new Set(before.map(statusWords))];
  const next = code === undefined || isApproval ? 'approved' : statusWords(code);
  const approved = isApproval && {
    what: 'Approved',
    after: `the plan of ${time(plan)}, with the roster of ${time(roster)}`,
  };
  return {
    did: `${isApproval ? 'approved' : 'released'} ${phase(phaseId)}`,
    changes: [
      ...(statuses.length > 0 ? [{ what: 'Status', before: statuses.join(', '), after: next }] : []),
      ...(approved ? [approved] : []),
    ],
  };
}
