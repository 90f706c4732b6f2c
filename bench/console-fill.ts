import pLimit from 'p-limit';
import { dynamo } from '../functions/aws/clients.ts';
import { updateItem } from '../functions/aws/dynamo.ts';
import { pick } from '../functions/aws/pick.ts';
import { calls, plans, removeSearch } from '../functions/aws/services.ts';
import { versionKey } from '../functions/aws/version-writer.ts';
import { runCounts } from '../functions/domain/run/run-counts.ts';
import { indexRoster } from '../functions/index-roster/index-roster.ts';
import { ENV } from '../functions/lib/env.ts';
import { countLog } from '../functions/queries/count-log.ts';
import type { Cloud } from '../local/cloud/cloud.ts';
import { filerAt, fill, idAt, LOG_SERVICES, outcomeOf, RUN } from './log-fill.ts';

/** Calls that staff have made. */
const CALLS = 200;

/**
 * Adds filers to the active roster of a cloud and gives some an email of the first notice, in the tables themselves:
 * sending that many takes an hour. What follows from them is made by Crier's own code: index, counts, suppressions.
 */
export async function fillConsole(
  cloud: Cloud,
  { filers, sends }: { filers: number; sends: number },
): Promise<void> {
  const { env, clock } = cloud;
  const picked = { ...LOG_SERVICES, calls, plans, removeSearch };
  const log = { info: () => {}, error: () => {} };
  const services = pick({ env, clock, log }, picked);
  const stored = (await services.roster.activeVersion())!;
  const { version } = stored;
  const tables = {
    roster: env[ENV.rosterTable]!,
    delivery: env[ENV.deliveryTable]!,
    log: env[ENV.sendLogTable]!,
  };
  await fill(dynamo(), filers, { tables, version, isRunning: false, sends });
  const total = stored.filers + filers;
  const update = { update: 'SET filers = :filers', values: { ':filers': total } };
  await updateItem({ db: dynamo(), name: tables.roster }, versionKey(version), update);
  const at = clock.now().toString();
  const limit = pLimit(8);
  const numbers = Array.from({ length: filers }, (_, n) => n);
  const bounced = numbers.filter((n) => outcomeOf(n, filers) === 'bounced');
  await limit.map(bounced, (n) => {
    const { filerId, email } = filerAt(n, filers);
    const why = { reason: 'hard-bounce', detail: 'Permanent/General', at, runId: RUN, filerId } as const;
    return services.suppression.suppress(email!, why);
  });
  await limit.map(bounced.slice(0, CALLS), (n) => {
    const call = { filerId: idAt(n, filers), at, by: 'clara', result: 'no-answer', note: '' } as const;
    return services.calls.record({ ...call, requestId: `bench-${n}` });
  });
  await services.removeSearch(version, total);
  await indexRoster(version, services);
  const run = (await services.runs.run(RUN))!;
  const counted = await countLog({ runId: RUN }, services);
  await services.counts.put(runCounts(run, { counts: counted, asOf: at }));
}
