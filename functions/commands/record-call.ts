import type { Services } from '../aws/pick.ts';
import { byOf } from '../domain/actor.ts';
import { CALL_RESULTS, NO_ASSIGNEE } from '../domain/call.ts';
import type { CommandResult } from '../domain/command.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { AssignCommand, CallCommand } from '../domain/recorded-command.ts';
import { causesOf } from '../domain/send/phone-index.ts';
import { counted } from '../lib/count.ts';
import { type CommandContext, refused } from './command-context.ts';

type CallServices = Pick<
  Services,
  'auditLog' | 'calls' | 'clock' | 'log' | 'plans' | 'roster' | 'suppression'
>;

/** Records a call to a filer of the active roster. The audit log gets its result, not its note. */
export async function recordCall(
  { note, ...command }: CallCommand & { readonly note: string },
  { services, requestId }: CommandContext<CallServices>,
): Promise<CommandResult> {
  const { filerId, result, by } = command;
  const { auditLog, calls, clock, log } = services;
  const [filer] = await filersOf([filerId], services);
  if (!filer) return NO_SUCH_FILER;
  const earlier = await calls.callStatus(filerId);
  const at = clock.now().toString();
  const before = earlier?.last ? [earlier.last.result] : [];
  await auditLog.put({ at, requestId, act: command, before, after: [result] });
  const { isDone } = CALL_RESULTS[result];
  if (isDone) await calls.settle(filerId, await causesNow(filer, services), at);
  await calls.record({ filerId, at, requestId, by: byOf(by), result, note });
  log.info('call-recorded', { filer: filerId, result });
  const message = isDone
    ? 'This filer is no longer on the phone list.'
    : 'This filer stays on the phone list.';
  return { done: true, message };
}

async function causesNow(filer: Filer, { plans, suppression }: CallServices) {
  const current = await plans.current();
  const { state } = stateOf(filer, current && pivotDate(current.plan));
  const suppressed = await suppression.suppressed(filer.email === null ? [] : [filer.email]);
  return causesOf(filer, { state, isSuppressed: suppressed.size > 0 });
}

/** Says who is to call some filers of the active roster. */
export async function assignCalls(
  command: AssignCommand,
  { services, requestId }: CommandContext<CallServices>,
): Promise<CommandResult> {
  const { filerIds, assignee } = command;
  const { auditLog, calls, clock, log } = services;
  if ((await filersOf(filerIds, services)).length < filerIds.length) return NO_SUCH_FILER;
  const at = clock.now().toString();
  const known = await calls.callStatuses();
  const before = new Set(filerIds.map((filerId) => known.get(filerId)?.assignee ?? NO_ASSIGNEE));
  const entry = { at, requestId, act: command, before: [...before].sort(), after: [assignee ?? NO_ASSIGNEE] };
  await auditLog.put(entry);
  for (const filerId of filerIds) await calls.assign(filerId, assignee);
  log.info('calls-assigned', { filers: filerIds.length });
  const who = counted(filerIds.length, 'filer');
  return { done: true, message: assignee === null ? `${who} unassigned.` : `${who} assigned.` };
}

const NO_SUCH_FILER = refused('no-such-filer', 'This filer isn’t on the active roster.');

/** Only filers of the active roster: an erasure might miss what is noted of anyone else. */
async function filersOf(ids: readonly string[], { roster }: Pick<Services, 'roster'>): Promise<Filer[]> {
  const { version } = await roster.active();
  return version === null ? [] : [...(await roster.filersById(version, ids)).values()];
}
