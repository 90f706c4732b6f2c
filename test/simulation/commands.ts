import { datesOf } from '../../functions/domain/plan/plan-version.ts';
import type { Attempt } from '../../functions/domain/run/run.ts';
import { type Game, PHASE, RUN_ID } from './game.ts';
import { modelFilers, modelPlan, putRoster } from './launch.ts';
import type { Actor } from './scheduler.ts';
import type { ActName } from './workloads.ts';

const PERSON = { by: 'clerk', why: 'the play' };
/** A person holds by the first; the second stands for the circuit breaker. */
const REASONS = ['person', 'breaker-bounces'] as const;

/** What happens on the stage besides calls that proceed. */
export const ACTS: Readonly<Record<ActName, (game: Game) => void | Promise<void>>> = {
  sweep,
  start,
  time: (game) => game.pass(game.dice.pick(game.theme.passes ?? [1, 130, 700])),
  freeze,
  hold,
  lift,
  move,
  moveAway,
  roster,
  retry,
  release,
  tell,
  recount,
};

/** Does one of the acts that the play leans to. */
export async function actNow(game: Game): Promise<void> {
  const weights = Object.entries(game.theme.weights) as [ActName, number][];
  // Tenths, so that small weights count.
  const tickets = weights.flatMap(([name, weight]) => Array.from({ length: weight * 10 }, () => name));
  const name = game.dice.pick(tickets);
  await ACTS[name](game);
  await game.stage.quiet();
}

export function start(game: Game): void {
  const services = game.phaseServices();
  game.invoke('start', () => game.pipeline.phases.startPhase(PHASE, { startedBy: 'schedule', services }));
}

/** The tick, with what of it concerns runs. */
export function sweep(game: Game): void {
  const { dateChange, launches, sendLog, sweep } = game.pipeline;
  const services = game.phaseServices();
  const schedules = { sync: async () => ({ created: [], updated: [], deleted: [], unchanged: 0 }) };
  const logReader = sendLog.logReader(game.env, game.clients.db);
  const parts: (() => Promise<unknown>)[] = [
    () => launches.syncLaunch({ ...services, schedules }),
    () => sweep.sweepPhases(services),
    // The other parts would only look: nothing was moved, or the plan asks for none.
    ...(game.moved ? [() => dateChange.sweepDateChange(services)] : []),
    () => sweep.notifyHolds(services),
    () => sweep.sweepRuns(services),
    ...(game.theme.sending ? [() => sweep.resendUnknown({ ...services, logReader })] : []),
  ];
  game.invoke('sweep', async () => {
    const errors: unknown[] = [];
    for (const part of parts) await part().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, 'some parts fail');
  });
}

function freeze(game: Game): void {
  const { actors } = game.stage;
  const senders = actors.filter((one) => game.receiving.has(one));
  const some = senders.length > 0 ? senders : actors;
  if (some.length > 0) game.stall(game.dice.pick(some));
}

/** SQS brings a message, and now and then brings it again. */
export async function receive(game: Game): Promise<void> {
  const { dice, outside, pipeline, stage } = game;
  const [body] = outside.messages.splice(dice.below(outside.messages.length), 1) as [string];
  if (dice.chance(0.1)) outside.messages.push(body);
  const name = JSON.parse(body) as { runId: string; chunk: string };
  const services = pipeline.senders.sendServices(game.runtime, game.clients);
  // A sender that outlives its lease must be safe too: safety depends on no time.
  const deadline = stage.now + dice.pick([60_000, 3_600_000]);
  // Now and then the whole function, which goes on with what else waits in the run.
  const isWhole = dice.chance(0.3);
  const one = (owner: string) =>
    pipeline.senders.sendChunk(name, { owner, deadline, isAlone: true }, services);
  const whole = async (awsRequestId: string) => {
    const getRemainingTimeInMillis = () => deadline - stage.now;
    const { batchItemFailures } = await pipeline.senders.chunkSender(services)(
      { Records: [{ messageId: 'm', body }] },
      { awsRequestId, getRemainingTimeInMillis },
    );
    if (batchItemFailures.length > 0) throw new Error('the message comes back');
  };
  const label = `send(${name.chunk.replace(/-(....)[0-9a-f]+-/, '-$1-')}${isWhole ? ' and on' : ''})`;
  // Without an acknowledgement the message becomes visible again.
  const actor = game.invoke(label, isWhole ? whole : one, () => outside.messages.push(body));
  game.receiving.set(actor, body);
  if (game.stalls && dice.chance(0.5)) game.stallAt.set(actor, dice.below(game.theme.stallsBy ?? 12));
  await stage.quiet();
}

function hold(game: Game): void {
  const scope = game.dice.pick(['all', RUN_ID]);
  const reason = game.dice.pick(REASONS);
  const services = game.opsServices();
  const stands = game.witness.holdBegins(scope, reason);
  game.invoke(`hold(${nameOf(scope)}, ${reason})`, async (requestId) => {
    if (reason === 'person') {
      const act = { act: 'hold', scope, ...PERSON } as const;
      const { done } = await game.pipeline.ops.hold(act, { services, requestId });
      if (!done) return;
    } else await game.pipeline.senders.openBreaker({ scope, reason, run: null }, game.phaseServices());
    stands();
  });
}

function lift(game: Game): void {
  const scope = game.dice.pick(['all', RUN_ID]);
  const reason = game.dice.pick(REASONS);
  const services = game.opsServices();
  const act = { act: 'lift', scope, reason, ...PERSON } as const;
  const ends = game.witness.liftBegins(scope, reason);
  const actor = game.invoke(`lift(${nameOf(scope)}, ${reason})`, (requestId) =>
    game.pipeline.ops.lift(act, { services, requestId }),
  );
  void actor.over.then(ends);
}

function nameOf(scope: string): string {
  return scope === 'all' ? 'everything' : 'the run';
}

/** The phase at the same time as before, twice, and at another. */
const OTHER_DATES = [
  { goLive: '2018-11-05', noticeDays: -104 },
  { goLive: '2018-11-12', noticeDays: -111 },
  { goLive: '2018-11-05', noticeDays: -90 },
];

/** A newer plan: other dates, the first ones again, or other words. */
function move(game: Game): void {
  upload(game, game.dice.pick(['other dates', 'other dates', 'first dates', 'other words']));
}

function moveAway(game: Game): void {
  upload(game, 'other dates');
}

/** Works an upload through; its message comes back until that is done. */
function upload(game: Game, kind: 'other dates' | 'first dates' | 'other words'): void {
  const { dice, pipeline, stage } = game;
  const { sending = {} } = game.theme;
  const plan =
    kind === 'other dates'
      ? modelPlan({ ...dice.pick(OTHER_DATES), sending })
      : modelPlan({
          sending,
          goLive: '2018-10-22',
          noticeDays: -90,
          ...(kind === 'other words' && { name: `Clerk ${game.invocations}` }),
        });
  if (kind === 'other dates') game.moved = true;
  // Uploads are told apart by the second: two plans within one come from no person.
  game.pass(1);
  const uploadedAt = stage.clock.now().toString();
  const services = game.phaseServices();
  const schedules = { sync: async () => ({ created: [], updated: [], deleted: [], unchanged: 0 }) };
  const work = () =>
    void game.invoke(
      `plan(${kind})`,
      async () => {
        await services.launch.putPlan({ plan, uploadedAt, key: 'inbox/launch/b.json' });
        const synced = await pipeline.launches.syncLaunch({ ...services, schedules });
        const { current } = synced!;
        game.witness.planStands(current.version, datesOf(current.plan));
      },
      () => game.uploads.push(work),
    );
  work();
}

/** A newer roster comes into force at once and whole: somebody's account is closed, somebody left, somebody is new. */
async function roster(game: Game): Promise<void> {
  const revision = game.rosters.size + 1;
  const version = `20180724T1300${String(revision).padStart(2, '0')}Z-000000000000`;
  const before = [...game.rosters.values()].at(-1)!;
  const added = modelFilers(20 + revision).slice(18 + revision, 19 + revision);
  const left = game.dice.below(before.length + 1);
  const closed = game.dice.below(before.length * 2);
  const filers = [...before.filter((_, index) => index !== left), ...added].map((filer, index) =>
    index === closed ? { ...filer, cmecfStatus: 'inactive' as const } : filer,
  );
  game.tell(`a roster of ${filers.length} filers comes into force`);
  await putRoster(game.clients.db, game.env, { filers, version, revision });
  game.rosters.set(version, filers);
}

/** One person or two at once try again what failed or is unknown. */
function retry(game: Game): void {
  game.retried = true;
  const act = { act: 'retry', runId: RUN_ID, all: true, ...PERSON } as const;
  const services = game.opsServices();
  const clicks = game.dice.pick([1, 2]);
  for (let click = 0; click < clicks; click++) {
    game.invoke('retry', (requestId) => game.pipeline.ops.retry(act, { services, requestId }));
  }
}

/** A person, or two at once, release the message of a change of dates. */
export function tell(game: Game): void {
  const clicks = game.dice.pick([1, 2]);
  for (let click = 0; click < clicks; click++) tellOnce(game);
}

export function tellOnce(game: Game): Actor {
  const act = { act: 'release', phaseId: 'date-change', ...PERSON } as const;
  // Each has its own: one that waits for another's answer would wait off the stage.
  const services = game.opsServices();
  return game.invoke('tell', (requestId) => game.pipeline.phases.releasePhase(act, { services, requestId }));
}

/** A person lets the phase go: after a cancelled run, once more. */
function release(game: Game): void {
  game.released = true;
  const act = { act: 'release', phaseId: PHASE.phaseId, ...PERSON } as const;
  const services = game.opsServices();
  game.invoke('release', (requestId) => game.pipeline.phases.releasePhase(act, { services, requestId }));
}

/** At any moment the account balances. */
export async function recount(game: Game): Promise<void> {
  const services = game.phaseServices();
  for (const run of await services.runs.runs()) {
    const { audience, byStatus, differences } = await game.pipeline.sendLog.recount(run, {
      services,
      audience: 'decided',
    });
    const sum = Object.values(byStatus).reduce((one, other) => one + other, 0);
    if (differences.length > 0)
      game.broken.add(`a recount finds ${[...new Set(differences.map(({ what }) => what))]}`);
    if (differences.length === 0 && sum !== audience)
      game.broken.add(`an audience of ${audience} adds up to ${sum}`);
  }
}

/** The attempts of a run's chunks. */
export async function attemptsOf(game: Game, runId: string): Promise<Attempt[]> {
  const chunks = await Array.fromAsync(game.phaseServices().chunks.chunks(runId));
  return chunks.flatMap(({ attempts }) => attempts);
}
