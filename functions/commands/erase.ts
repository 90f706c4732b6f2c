import { randomBytes } from 'node:crypto';
import type { Services } from '../aws/pick.ts';
import { byOf } from '../domain/actor.ts';
import type { CommandResult, EraseCommand } from '../domain/command.ts';
import { type MayErase, mayErase } from '../domain/run/may-erase.ts';
import { type CommandContext, refused } from './command-context.ts';

type RequestServices = Pick<
  Services,
  'auditLog' | 'calls' | 'chunks' | 'clock' | 'erasures' | 'log' | 'roster' | 'runs' | 'sendLog'
>;

/** Where a filer's data is. */
interface FilerPlaces {
  /** Roster versions that hold the filer. */
  readonly versions: readonly string[];
  /** Runs with facts of the filer. */
  readonly runs: readonly string[];
}

/**
 * Records a request to erase a person, in the audit log and for the function Erase, which carries it out (`eraseFiler`).
 * Refused while emails are being sent. Repeating the request resumes an erasure that is under way.
 */
export async function requestErasure(
  command: EraseCommand,
  { services, requestId }: CommandContext<RequestServices>,
): Promise<CommandResult> {
  const { filerId, neverMail, by } = command;
  const { auditLog, clock, erasures, log } = services;
  const places = await filerPlaces(filerId, services);
  const earlier = await erasures.find(filerId);
  const isOpen = earlier?.finishedAt === null;
  const isCalled = (await services.calls.ofFiler(filerId)).length > 0;
  if (!isCalled && places.versions.length === 0 && places.runs.length === 0 && !isOpen) {
    return refused('no-such-filer', 'No roster or run includes this filer, so there is nothing to erase.');
  }
  const decision = await mayEraseNow(filerId, services);
  if (!decision.erase) return refused(decision.reason, decision.message);
  const at = clock.now().toString();
  const before = [`versions ${places.versions.length}`, `runs ${places.runs.length}`];
  await auditLog.put({ at, requestId, act: command, before, after: [] });
  await erasures.put({
    filerId,
    requestedAt: at,
    finishedAt: null,
    by: byOf(by),
    neverMail,
    salt: (isOpen ? earlier.salt : undefined) ?? newSalt(),
    counts: { versions: 0, runs: 0, files: 0 },
  });
  log.info('erasure-requested', { filer: filerId });
  return { done: true, message: 'This person’s data is being erased. This takes less than a minute.' };
}

/** Makes the salt of an erasure. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/** Whether a filer may be erased now. */
export async function mayEraseNow(
  filerId: string,
  { chunks, runs }: Pick<Services, 'chunks' | 'runs'>,
): Promise<MayErase> {
  const all = await runs.runs();
  const retries = await Promise.all(all.map(({ runId }) => Array.fromAsync(chunks.retries(runId, filerId))));
  return mayErase({ runs: all, retries: retries.flat() });
}

/** Finds every roster version and every run that a filer is in. */
export async function filerPlaces(
  filerId: string,
  { roster, runs, sendLog }: Pick<Services, 'roster' | 'runs' | 'sendLog'>,
): Promise<FilerPlaces> {
  const versions = await Promise.all(
    (await roster.versions()).map(async ({ version }) => {
      return (await roster.filersById(version, [filerId])).has(filerId) ? [version] : [];
    }),
  );
  const inRuns = await Promise.all(
    (await runs.runs()).map(async ({ runId }) => {
      return (await sendLog.factsOf(runId, filerId)).length > 0 ? [runId] : [];
    }),
  );
  return { versions: versions.flat(), runs: inRuns.flat() };
}
