import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { fixtures } from '#fixtures';
import { pick } from '../../../functions/aws/pick.ts';
import {
  chunkRange,
  chunks,
  logReader,
  queuedRetries,
  runs,
  sendLog,
} from '../../../functions/aws/services.ts';
import { STATES, type State } from '../../../functions/domain/filer/state.ts';
import { type Attempt, chunkName, type Run, retryName } from '../../../functions/domain/run/run.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import type { Env } from '../../../functions/lib/env.ts';
import { chunked } from '../../../functions/lib/iterables.ts';
import type { Runtime } from '../../../functions/lib/runtime.ts';
import type { SendsServices } from '../../../functions/queries/sends-page.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';

/** A filer of a sample log: the facts of each attempt, the first one first; empty: none yet. */
export interface MadeSend {
  readonly filerId: string;
  readonly state: State;
  readonly attempts: readonly (readonly FactKind[])[];
}

const CHUNK = 4;

/** The `n`-th of ids that are in order and spread over all shards. */
export function idAt(n: number, of: number): string {
  return Math.floor((n / of) * 0xffffffff)
    .toString(16)
    .padStart(8, '0')
    .concat('0'.repeat(8));
}

export function stateAt(n: number): State {
  return STATES[n % STATES.length]!;
}

function aRun(runId: string, changes: Partial<Run> = {}): Run {
  return {
    runId,
    phaseId: runId.split('_')[0]!,
    kind: fixtures.kinds.first,
    number: 1,
    of: 1,
    scheduledFor: '2018-07-24T13:00:00Z',
    expiresAt: '2018-08-24T13:00:00Z',
    decidedAt: '2018-07-24T13:00:00Z',
    planVersion: 'plan',
    dates: '',
    rosterVersion: 'roster',
    startedBy: 'schedule',
    enqueued: true,
    ...changes,
  };
}

/** Services over tables; no one is in the roster, so lines have no names. */
export function pageServices(env: Env, db: DynamoDBClient): SendsServices {
  return {
    ...pick(runtimeOf(env), { runs, chunkRange, queuedRetries, sendLog, logReader }, { db }),
    planOf: async () => {
      throw new Error('Cannot read a plan here');
    },
    roster: { filersById: async () => new Map() },
  };
}

function runtimeOf(env: Env): Runtime {
  return { env, clock: virtualClock('2018-07-24T13:00:00Z'), log: { info: () => {}, error: () => {} } };
}

/** Writes a run with its chunks and facts as the pipeline would. */
export async function writeLog(
  { runId, sends, changes }: { runId: string; sends: readonly MadeSend[]; changes?: Partial<Run> },
  { env, db }: { env: Env; db: DynamoDBClient },
): Promise<Run> {
  const stores = pick(runtimeOf(env), { runs, chunks, sendLog }, { db });
  const mailed = sends.filter(({ attempts }) => attempts[0]?.[0] !== 'skipped');
  const members = mailed.map(({ filerId, state }): Attempt => ({ filerId, attempt: 1, state }));
  const pieces = chunked(members, CHUNK);
  const run = aRun(runId, {
    audience: {
      byState: {},
      mailable: mailed.length,
      skipped: sends.length - mailed.length,
      chunks: pieces.length,
    },
    ...changes,
  });
  await stores.runs.putIfAbsent(run);
  for (const [index, attempts] of pieces.entries()) {
    await stores.chunks.putIfAbsent({ runId, chunk: chunkName(index + 1) }, { attempts, now: 0 });
  }
  for (const { filerId, state, attempts } of sends) {
    for (let attempt = 2; attempt <= attempts.length; attempt++) {
      const chunk = retryName({ filerId, attempt });
      await stores.chunks.putIfAbsent({ runId, chunk }, { attempts: [{ filerId, attempt, state }], now: 0 });
    }
  }
  await stores.sendLog.append(sends.flatMap((send) => factsOf(runId, send)));
  return run;
}

export function factsOf(runId: string, { filerId, state, attempts }: MadeSend): Fact[] {
  return attempts.flatMap((kinds, index) =>
    kinds.map((kind, at) => ({
      runId,
      filerId,
      attempt: index + 1,
      kind,
      at: `2018-07-24T13:${String(index).padStart(2, '0')}:${String(at).padStart(2, '0')}Z`,
      state,
    })),
  );
}
