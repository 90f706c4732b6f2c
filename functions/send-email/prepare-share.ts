import { isAlreadyOut } from '../domain/run/retry.ts';
import { type Attempt, claimOf } from '../domain/run/run.ts';
import { factOf, type LeasedChunk } from './lease.ts';
import type { ReadyMail } from './prepare.ts';
import type { SendServices } from './sender.ts';

/** A share made ready. */
interface PreparedShare {
  readonly mails: readonly ReadyMail[];
  /** Claims of attempts that need no email: their facts are logged. */
  readonly settled: ReadonlySet<string>;
  /** A `failed` for each email that couldn't be made. */
  readonly failed: readonly 'failed'[];
  /** The lease has gone to another sender: nothing may be sent. */
  readonly leaseLost?: true;
}

/** Makes the mails of a share, and logs why the other attempts of it need none. */
export async function prepareShare(
  attempts: readonly Attempt[],
  { run, lease, services }: LeasedChunk,
): Promise<PreparedShare> {
  const sent = await alreadySent(run.runId, attempts, services);
  const prepared = [
    ...sent.map((attempt) => ({ attempt, kind: 'skipped', reason: 'already-sent' }) as const),
    ...(await services.prepare(
      run,
      attempts.filter((attempt) => !sent.includes(attempt)),
    )),
  ];
  const without = prepared.filter((one) => 'reason' in one);
  const failed = without.filter(({ kind }) => kind === 'failed').map(({ attempt }) => attempt);
  // A person may retry what failed. Once claimed, this attempt can't go out beside that retry.
  if (failed.length > 0 && !(await services.chunks.claim(lease, failed))) {
    return { mails: [], settled: new Set(), failed: [], leaseLost: true };
  }
  const { clock } = services;
  await services.sendLog.append(
    without.map(({ attempt, kind, reason }) => factOf(run.runId, attempt, { kind, reason, clock })),
  );
  return {
    mails: prepared.filter((one) => 'mail' in one),
    settled: new Set(without.map(({ attempt }) => claimOf(attempt))),
    failed: failed.map(() => 'failed'),
  };
}

/** Further attempts whose email has proved to be out meanwhile, by facts read right before sending. */
async function alreadySent(
  runId: string,
  attempts: readonly Attempt[],
  { sendLog }: SendServices,
): Promise<Attempt[]> {
  const sent: Attempt[] = [];
  for (const attempt of attempts.filter((one) => one.attempt > 1)) {
    const facts = await sendLog.factsOf(runId, attempt.filerId);
    if (isAlreadyOut(attempt, facts)) sent.push(attempt);
  }
  return sent;
}
