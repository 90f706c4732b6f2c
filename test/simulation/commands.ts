import { fixtures } from '#fixtures';
import { outsideActor, personActor } from '../../functions/domain/actor.ts';
import { datesOf } from '../../functions/domain/plan/plan-version.ts';
import { modelFilers, modelPlan, putRoster } from './launch.ts';
import type { Actor } from './scheduler.ts';
import type { Simulation } from './simulation.ts';
import { PHASE, RUN_ID } from './simulation.ts';
import type { CommandName } from './workloads.ts';

const PERSON = { by: personActor({ id: 'clerk' }), why: 'the simulation' };
/** A person's hold, and one of the circuit breaker. */
const REASONS = ['person', 'breaker-bounces'] as const;

/** What happens besides calls that proceed. */
export const COMMANDS: Readonly<Record<CommandName, (simulation: Simulation) => void | Promise<void>>> = {
  sweep,
  start,
  time: (simulation) => simulation.pass(simulation.dice.pick(simulation.workload.passes ?? [1, 130, 700])),
  freeze,
  hold,
  lift,
  move,
  moveAway,
  roster,
  retry,
  release,
  announce,
  correct,
  write,
  recount,
};

/** Runs one of the commands that the workload favors. */
export async function disturbNow(simulation: Simulation): Promise<void> {
  const weights = Object.entries(simulation.workload.weights) as [CommandName, number][];
  // Tenths, so that small weights count.
  const tickets = weights.flatMap(([name, weight]) => Array.from({ length: weight * 10 }, () => name));
  const name = simulation.dice.pick(tickets);
  await COMMANDS[name](simulation);
  await simulation.scheduler.quiet();
}

export function start(simulation: Simulation): void {
  const services = simulation.phaseServices();
  simulation.invoke('start', () =>
    simulation.pipeline.phases.startPhase(PHASE, { startedBy: 'schedule', services }),
  );
}

/** The tick, with what of it concerns runs. */
export function sweep(simulation: Simulation): void {
  const { announcements, launches, sendLog, sweep } = simulation.pipeline;
  const services = simulation.sweepServices();
  const seen = sweep.seenOnce(services);
  const schedules = { sync: async () => ({ created: [], updated: [], deleted: [], unchanged: 0 }) };
  const logReader = sendLog.logReader(simulation.env, simulation.clients.db);
  const parts: (() => Promise<unknown>)[] = [
    () => launches.syncLaunch({ ...services, schedules }),
    () => sweep.sweepPhases(seen, services),
    // The other parts would only look: nothing was moved, or the plan asks for none.
    ...(simulation.moved || simulation.corrected || simulation.written.length > 0
      ? [
          () => announcements.sweepChange('date-change', { seen, services }),
          () => announcements.sweepChange('correction', { seen, services }),
          () => announcements.sweepOneOffs(seen, services),
        ]
      : []),
    () => sweep.notifyHolds(services),
    () => sweep.sweepRuns(seen, services),
    ...(simulation.workload.sending ? [() => sweep.resendUnknown(seen, { ...services, logReader })] : []),
  ];
  simulation.invoke('sweep', async () => {
    const errors: unknown[] = [];
    for (const part of parts) await part().catch((error: unknown) => errors.push(error));
    if (errors.length > 0) throw new AggregateError(errors, 'some parts fail');
  });
}

function freeze(simulation: Simulation): void {
  const { actors } = simulation.scheduler;
  const senders = actors.filter((one) => simulation.receiving.has(one));
  const some = senders.length > 0 ? senders : actors;
  if (some.length > 0) simulation.stall(simulation.dice.pick(some));
}

/** SQS brings a message, and now and then brings it again. */
export async function receive(simulation: Simulation): Promise<void> {
  const { dice, outside, pipeline, scheduler } = simulation;
  const [body] = outside.messages.splice(dice.below(outside.messages.length), 1) as [string];
  if (dice.chance(0.1)) outside.messages.push(body);
  const name = JSON.parse(body) as { runId: string; chunk: string };
  const services = pipeline.senders.sendServices(simulation.runtime, simulation.clients);
  // A sender that outlives its lease must be safe too: safety depends on no time.
  const deadline = scheduler.now + dice.pick([60_000, 3_600_000]);
  // Now and then the whole function, which continues with what else waits in the run.
  const isWhole = dice.chance(0.3);
  const one = (owner: string) =>
    pipeline.senders.sendChunk(name, { owner, deadline, isAlone: true }, services);
  const whole = async (awsRequestId: string) => {
    const getRemainingTimeInMillis = () => deadline - scheduler.now;
    const { batchItemFailures } = await pipeline.senders.chunkSender(services)(
      { Records: [{ messageId: 'm', body }] },
      { awsRequestId, getRemainingTimeInMillis },
    );
    if (batchItemFailures.length > 0) throw new Error('the message comes back');
  };
  const label = `send(${name.chunk.replace(/-(....)[0-9a-f]+-/, '-$1-')}${isWhole ? ' and on' : ''})`;
  // Without an acknowledgement the message becomes visible again.
  const actor = simulation.invoke(label, isWhole ? whole : one, () => outside.messages.push(body));
  simulation.receiving.set(actor, body);
  if (simulation.stalls && dice.chance(0.5))
    simulation.stallAt.set(actor, dice.below(simulation.workload.stallsBy ?? 12));
  await scheduler.quiet();
}

function hold(simulation: Simulation): void {
  const scope = simulation.dice.pick(['all', RUN_ID]);
  const reason = simulation.dice.pick(REASONS);
  const services = simulation.opsServices();
  const placed = simulation.recorder.holdBegins(scope, reason);
  simulation.invoke(`hold(${nameOf(scope)}, ${reason})`, async (requestId) => {
    if (reason === 'person') {
      const act = { act: 'hold', scope, ...PERSON } as const;
      const { done } = await simulation.pipeline.ops.hold(act, { services, requestId });
      if (!done) return;
    } else
      await simulation.pipeline.senders.openBreaker({ scope, reason, run: null }, simulation.phaseServices());
    placed();
  });
}

function lift(simulation: Simulation): void {
  const scope = simulation.dice.pick(['all', RUN_ID]);
  const reason = simulation.dice.pick(REASONS);
  const services = simulation.opsServices();
  const act = { act: 'lift', scope, reason, ...PERSON } as const;
  const ends = simulation.recorder.liftBegins(scope, reason);
  const actor = simulation.invoke(`lift(${nameOf(scope)}, ${reason})`, (requestId) =>
    simulation.pipeline.ops.lift(act, { services, requestId }),
  );
  void actor.over.then(ends);
}

function nameOf(scope: string): string {
  return scope === 'all' ? 'everything' : 'the run';
}

/** The phase at the same time as before, twice, and at another. */
const OTHER_DATES = [
  { pivot: '2018-11-05', noticeDays: -104 },
  { pivot: '2018-11-12', noticeDays: -111 },
  { pivot: '2018-11-05', noticeDays: -90 },
];

/** A newer plan: other dates, the first ones again, or other words. */
function move(simulation: Simulation): void {
  upload(simulation, simulation.dice.pick(['other dates', 'other dates', 'first dates', 'other words']));
}

function moveAway(simulation: Simulation): void {
  upload(simulation, 'other dates');
}

const HOURS = ['weekdays', 'mornings', 'evenings'] as const;

/** A plan with other hours of the help desk, which emails stated. */
function correct(simulation: Simulation): void {
  correctTo(simulation, simulation.dice.pick(HOURS));
}

export function correctTo(simulation: Simulation, hours: (typeof HOURS)[number]): void {
  simulation.corrected = true;
  upload(simulation, 'other facts', hours);
}

/** Works an upload through; its message comes back until that is done. */
function upload(
  simulation: Simulation,
  kind: 'other dates' | 'first dates' | 'other words' | 'other facts',
  hours: (typeof HOURS)[number] = 'weekdays',
): void {
  const { dice, pipeline, scheduler } = simulation;
  const { sending = {} } = simulation.workload;
  const plan =
    kind === 'other dates'
      ? modelPlan({ ...dice.pick(OTHER_DATES), sending })
      : modelPlan({
          sending,
          pivot: '2018-10-22',
          noticeDays: -90,
          ...(kind === 'other words' && { name: `Clerk ${simulation.invocations}` }),
          ...(kind === 'other facts' && { hours }),
        });
  if (kind === 'other dates') simulation.moved = true;
  // Uploads are told apart by the second: two plans within one come from no person.
  simulation.pass(1);
  const uploadedAt = scheduler.clock.now().toString();
  const services = simulation.phaseServices();
  const schedules = { sync: async () => ({ created: [], updated: [], deleted: [], unchanged: 0 }) };
  const work = () =>
    void simulation.invoke(
      `plan(${kind})`,
      async () => {
        await services.plans.put({ plan, uploadedAt, key: 'inbox/launch/b.json', by: outsideActor() });
        const synced = await pipeline.launches.syncLaunch({ ...services, schedules });
        const { current } = synced!;
        simulation.recorder.planApplied(current.version, datesOf(current.plan));
      },
      () => simulation.uploads.push(work),
    );
  work();
}

/** A newer roster becomes active at once and whole: one account is closed, one filer left, one is new. */
async function roster(simulation: Simulation): Promise<void> {
  const revision = simulation.rosters.size + 1;
  const version = `20180724T1300${String(revision).padStart(2, '0')}Z-000000000000`;
  const before = [...simulation.rosters.values()].at(-1)!;
  const added = modelFilers(20 + revision).slice(18 + revision, 19 + revision);
  const left = simulation.dice.below(before.length + 1);
  const closed = simulation.dice.below(before.length * 2);
  const filers = [...before.filter((_, index) => index !== left), ...added].map((filer, index) =>
    index === closed ? { ...filer, ...fixtures.closedFacts } : filer,
  );
  simulation.log(`a roster of ${filers.length} filers comes into force`);
  await putRoster(simulation.clients.db, simulation.env, { filers, version, revision });
  simulation.rosters.set(version, filers);
}

/** One person or two at once try again what failed or is unknown. */
function retry(simulation: Simulation): void {
  simulation.retried = true;
  const act = { act: 'retry', runId: RUN_ID, all: true, ...PERSON } as const;
  const services = simulation.opsServices();
  const clicks = simulation.dice.pick([1, 2]);
  for (let click = 0; click < clicks; click++) {
    simulation.invoke('retry', (requestId) => simulation.pipeline.ops.retry(act, { services, requestId }));
  }
}

/** A person writes a one-off message to some of the filers. */
function write(simulation: Simulation): void {
  const { dice, invocations, pipeline, env, clients } = simulation;
  if (simulation.written.length > 1) return;
  const id = pipeline.runs.oneOffId(String(invocations).padStart(8, '0'));
  const filers = [...simulation.rosters.values()].at(-1)!.map(({ filerId }) => filerId);
  const group = filers.filter(() => dice.chance(0.7));
  simulation.written.push({ id, group });
  const at = simulation.scheduler.clock.now().toString();
  const oneOff = {
    id,
    createdAt: at,
    at,
    revision: 1,
    subject: 'Closed',
    text: 'We are closed.',
    made: { html: '<p>We are closed.</p>', text: 'We are closed.' },
    group: { by: 'list' as const, filerIds: group },
    authors: ['clerk'],
    by: PERSON.by,
  };
  const store = pipeline.oneOffs.oneOffStore(env, clients.db);
  simulation.invoke(`write(${id})`, () => store.create(oneOff));
}

/** A person, or two at once, release an announcement. */
export function announce(simulation: Simulation): void {
  const clicks = simulation.dice.pick([1, 2]);
  const phaseId = simulation.dice.pick(announcementsOf(simulation));
  for (let click = 0; click < clicks; click++) announceOnce(simulation, phaseId);
}

/** What there may be to release. */
export function announcementsOf({ corrected, written }: Simulation): string[] {
  return ['date-change', ...(corrected ? ['correction'] : []), ...written.map(({ id }) => id)];
}

export function announceOnce(simulation: Simulation, phaseId = 'date-change'): Actor {
  const act = { act: 'release' as const, phaseId, ...PERSON };
  // Each has its own: one that waits for another's answer would wait off the scheduler.
  const services = simulation.opsServices();
  return simulation.invoke('announce', (requestId) =>
    simulation.pipeline.phases.releasePhase(act, { services, requestId }),
  );
}

/** A person lets the phase go: after a canceled run, again. */
function release(simulation: Simulation): void {
  simulation.released = true;
  const act = { act: 'release', phaseId: PHASE.phaseId, ...PERSON } as const;
  const services = simulation.opsServices();
  simulation.invoke('release', (requestId) =>
    simulation.pipeline.phases.releasePhase(act, { services, requestId }),
  );
}

/** At any moment the account balances. */
export async function recount(simulation: Simulation): Promise<void> {
  const services = simulation.phaseServices();
  for (const run of await services.runs.runs()) {
    const { audience, byStatus, differences } = await simulation.pipeline.sendLog.recount(run, {
      services,
      audience: 'decided',
    });
    const sum = Object.values(byStatus).reduce((one, other) => one + other, 0);
    if (differences.length > 0)
      simulation.broken.add(`a recount finds ${[...new Set(differences.map(({ what }) => what))]}`);
    if (differences.length === 0 && sum !== audience)
      simulation.broken.add(`an audience of ${audience} adds up to ${sum}`);
  }
}
