import { Temporal } from 'temporal-polyfill';
import type { FrozenAudienceStore } from '../../aws/frozen-audiences.ts';
import type { OneOffStore } from '../../aws/one-offs.ts';
import type { ReadRunPlan } from '../../aws/plan-cache.ts';
import type { SendLogStore } from '../../aws/send-log.ts';
import { SHARDS } from '../../domain/filer/filer-id.ts';
import { CORRECTION, DATE_CHANGE, ONE_OFF } from '../../domain/plan/kinds.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { changedFacts, statedFacts } from '../../domain/plan/stated-facts.ts';
import { ANNOUNCING } from '../../domain/run/announced-dates.ts';
import { readFactsNote, type ToldFacts } from '../../domain/run/announcement.ts';
import type { EarlierSend, Run } from '../../domain/run/run.ts';
import type { Fact } from '../../domain/send/fact.ts';
import { sendsOf } from '../../domain/send/sends.ts';
import { isErased } from '../../domain/send/tombstone.ts';
import { samplesOf } from '../../email/sample-emails.ts';
import { factsStated } from '../../email/stating.ts';
import { earlierEmail, earlierOf } from '../../send-email/earlier.ts';

/** What finding out what emails stated needs. */
export interface StatedServices {
  readonly frozenAudiences: Pick<FrozenAudienceStore, 'ofRun'>;
  readonly planOf: ReadRunPlan;
  readonly oneOffs: Pick<OneOffStore, 'read'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** Filers of one shard by id, with the facts that they were last told otherwise than a plan says. */
interface ShardFacts {
  readonly shard: string;
  readonly told: ReadonlyMap<string, ToldFacts>;
}

/**
 * What filers were last told otherwise than the plan says, shard by shard. An email that doesn't state a fact told it to
 * no one. A correction told every fact that its filer had been told before, and those that it was made for: the log may
 * since say of an earlier email that it didn't arrive.
 */
export async function* toldOtherwise(
  runs: readonly Run[],
  { plan, services }: { plan: Plan; services: StatedServices },
): AsyncIterable<ShardFacts> {
  const { planOf, sendLog } = services;
  const corrected = correctedFacts(services.frozenAudiences);
  const oldestFirst = runs.toSorted((one, other) => Temporal.Instant.compare(one.decidedAt, other.decidedAt));
  const plans = new Map(
    await Promise.all(runs.map(async (run) => [run.planVersion, await planOf(run)] as const)),
  );
  const keys = [...new Set([...plans.values()].flatMap((old) => changedFacts(old, plan)))];
  const said = await Promise.all(oldestFirst.map((run) => whatRunStates(run, { keys, runs, services })));
  const now = statedFacts(plan);
  const valueIn = new Map([...plans].map(([version, old]) => [version, statedFacts(old)]));
  for (const shard of SHARDS) {
    const known = new Map<string, Map<string, string>>();
    for (const [index, { runId, kind, planVersion }] of oldestFirst.entries()) {
      for await (const { filerId, facts, send } of sendsOf(sendLog.facts(runId, shard))) {
        if (isErased(facts) || !ANNOUNCING.has(send.status)) continue;
        const ofFiler = known.get(filerId) ?? new Map<string, string>();
        const told =
          kind === CORRECTION
            ? [...ofFiler.keys(), ...(await corrected(runId, filerId))]
            : said[index]!(facts);
        for (const key of told) ofFiler.set(key, planVersion);
        if (ofFiler.size > 0) known.set(filerId, ofFiler);
      }
    }
    yield { shard, told: new Map([...known].flatMap(([id, ofFiler]) => otherwise(id, ofFiler))) };
  }

  function otherwise(filerId: string, ofFiler: ReadonlyMap<string, string>): [string, ToldFacts][] {
    const told = [...ofFiler].filter(([key, version]) => valueIn.get(version)!.get(key) !== now.get(key));
    return told.length > 0 ? [[filerId, told.sort(([one], [other]) => (one < other ? -1 : 1))]] : [];
  }
}

/** The keys of the facts that a correction states to a filer, by the note that it was frozen with. */
function correctedFacts(frozenAudiences: StatedServices['frozenAudiences']) {
  const audiences = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return async (runId: string, filerId: string): Promise<string[]> => {
    const audience = audiences.get(runId) ?? frozenAudiences.ofRun(runId);
    audiences.set(runId, audience);
    const note = (await audience).get(filerId);
    return note === undefined ? [] : readFactsNote(note).map(([key]) => key);
  };
}

/**
 * Which of these facts a run's email stated to a filer, by the facts of the send: the state, and the earlier email that made it
 * shorter. Without a state, all that it states to anyone.
 */
async function whatRunStates(
  run: Run,
  { keys, runs, services }: { keys: readonly string[]; runs: readonly Run[]; services: StatedServices },
): Promise<(facts: readonly Fact[]) => readonly string[]> {
  const plan = await services.planOf(run);
  const { phaseId: id, kind, number, of, decidedAt } = run;
  const oneOff = kind === ONE_OFF ? await services.oneOffs.read(id) : null;
  if (kind === CORRECTION || (kind === ONE_OFF && !oneOff)) return () => [];
  const samples = samplesOf(plan, {
    kind,
    phase: { id, number, of },
    at: Temporal.Instant.from(decidedAt),
    ...(kind === DATE_CHANGE && { launchChange: { previous: pivotDate(plan) } }),
    ...(oneOff && { oneOff }),
  });
  const known = new Map<string, readonly string[]>();
  return (facts) => {
    const state = facts.find((fact) => fact.state)?.state;
    const earlier = earlierOf(facts);
    const about = JSON.stringify([state, earlier]);
    const stated = known.get(about) ?? statedTo(state, earlier);
    known.set(about, stated);
    return stated;
  };

  function statedTo(state: string | undefined, sent: EarlierSend | undefined): string[] {
    const earlier =
      sent &&
      earlierEmail(
        sent,
        runs.find(({ runId }) => runId === sent.runId),
      );
    const stated = new Set<string>();
    for (const sample of samples) {
      if (state !== undefined && sample.state.state !== state) continue;
      const open = keys.filter((key) => !stated.has(key));
      for (const key of factsStated({ ...sample, ...(earlier && { earlier }) }, open)) stated.add(key);
    }
    return [...stated];
  }
}
