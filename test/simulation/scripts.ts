import { announce, announceOnce, COMMANDS, correctTo, start, sweep } from './commands.ts';
import { bringNews } from './news.ts';
import type { Pipeline } from './pipeline.ts';
import { type Outcome, settleAndCheck } from './run.ts';
import type { Actor, Fault } from './scheduler.ts';
import { newsOf } from './ses-news.ts';
import { RUN_ID, Simulation } from './simulation.ts';
import { PLAIN, type Workload } from './workloads.ts';

export type ScriptName = keyof typeof SCRIPTS;

/** Runs whose order is written down, since dice would hardly ever find it. */
export const SCRIPTS = {
  'a sender that wakes late': wakesLate,
  'a sender that pauses while the launch moves': senderPauses,
  'two that count while a mailbox bounces': countTwice,
  'a retry after the launch moved': retryMoved,
  'a fact that changes and changes back': changedBack,
  'a fact that a later email told rightly': toldLater,
  'a hold after a throttle': heldThrottled,
  'a breaker that dies before it notifies': heldUnnotified,
  'an email that kills a sender of several chunks': killsBeside,
  'a start that pauses before its audience is counted': (pipeline: Pipeline) =>
    cancelledStart(pipeline, /^Query .*#0$/),
  'a start that pauses after its audience is counted': (pipeline: Pipeline) =>
    cancelledStart(pipeline, /SET #audience/),
} as const satisfies Readonly<Record<string, (pipeline: Pipeline) => Promise<Outcome>>>;

const QUIET = { ...PLAIN, name: 'a script', stalls: false, rates: [50], feedback: 'never' } as const;

/**
 * One sender leases a chunk and pauses until its lease expires. The next one claims, sends, and dies before it can say
 * so. The run is canceled; the first wakes and calls all of the chunk `skipped`, what the other had claimed as well.
 */
async function wakesLate(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await Simulation.set(1, pipeline, QUIET);
  start(simulation);
  await simulation.scheduler.quiet();
  await runOut(simulation, simulation.scheduler.actors[0]!);
  const late = await send(simulation, 'late', '00001');
  await runOut(simulation, late, { until: /^UpdateItem chunk/ });
  simulation.pass(130);
  const next = await send(simulation, 'next', '00001');
  await runOut(simulation, next, { until: /^SES Send/, fault: 'crash-after' });
  simulation.log('the run is canceled');
  simulation.moved = true;
  await simulation.phaseServices().runs.cancel(RUN_ID, 'plan-changed');
  await runOut(simulation, late);
  return settleAndCheck(simulation);
}

/**
 * One chunk is out, the other with a sender that pauses while its email is on the way to SES. The launch moves, and a
 * person releases the message about the new date at once; only then SES has the old one.
 */
async function senderPauses(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  await runOut(simulation, await send(simulation, 'first', '00001'));
  const still = await send(simulation, 'still', '00002');
  // Its email is on the way to SES when it stops.
  await runOut(simulation, still, { until: /^sleeps/ });
  await act(simulation, COMMANDS.moveAway, still);
  await act(simulation, announce, still);
  await runOut(simulation, still);
  return settleAndCheck(simulation);
}

/**
 * Two releases of a change of dates at once: one is about to write down whom it tells when the other has done so and
 * written out its chunks. In between a mailbox bounces, so that the log says something else.
 */
async function countTwice(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  await runOut(simulation, await send(simulation, 'first', '00001'));
  await runOut(simulation, await send(simulation, 'second', '00002'));
  await act(simulation, sweep);
  await act(simulation, COMMANDS.moveAway);
  const slow = announceOnce(simulation);
  await simulation.scheduler.quiet();
  await runOut(simulation, slow, { until: /^Query run#date-change/ });
  await act(simulation, announceOnce, slow);
  simulation.onTheirWay.push(newsOf('Bounce', simulation.outside.accepted[0]!));
  await act(simulation, bringNews, slow);
  await runOut(simulation, slow);
  return settleAndCheck(simulation);
}

/** A run is complete but for an email without an answer. The launch moves, and a person tries that email again. */
async function retryMoved(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  const first = await send(simulation, 'first', '00001');
  await runOut(simulation, first, { until: /^SES Send/, fault: 'timeout-before' });
  await runOut(simulation, first);
  await runOut(simulation, await send(simulation, 'second', '00002'));
  await act(simulation, sweep);
  await act(simulation, COMMANDS.moveAway);
  await act(simulation, COMMANDS.retry);
  return settleAndCheck(simulation);
}

/** Filers are told a fact, then another one by a correction; then the plan says the first again. */
async function changedBack(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  await sendAll(simulation);
  for (const hours of ['mornings', 'weekdays'] as const) {
    await act(simulation, () => correctTo(simulation, hours));
    await act(simulation, () => announceOnce(simulation, 'correction'));
    await sendAll(simulation);
  }
  return settleAndCheck(simulation);
}

/** A fact changes, and a message to some of the filers states it as it is now before a correction is released. */
async function toldLater(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  await sendAll(simulation);
  await act(simulation, () => correctTo(simulation, 'mornings'));
  await act(simulation, COMMANDS.write);
  await act(simulation, () => announceOnce(simulation, simulation.written[0]!.id));
  await sendAll(simulation);
  await act(simulation, () => announceOnce(simulation, 'correction'));
  await sendAll(simulation);
  return settleAndCheck(simulation);
}

/** SES says "not now" to an email, and a person holds the run before the next try. */
async function heldThrottled(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  const first = await send(simulation, 'first', '00001');
  await runOut(simulation, first, { until: /^SES Send/, fault: 'throttle' });
  await simulation.phaseServices().gate.hold(RUN_ID, 'person');
  await runOut(simulation, first);
  return settleAndCheck(simulation);
}

/** The breaker opens, and what opened it dies before people are notified. */
async function heldUnnotified(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline);
  const hold = { scope: RUN_ID, reason: 'breaker-bounces', run: null };
  const actor = simulation.invoke('the breaker', () =>
    pipeline.senders.openBreaker(hold, simulation.phaseServices()),
  );
  await simulation.scheduler.quiet();
  await runOut(simulation, actor, { until: /PutEvents/, fault: 'crash-before' });
  return settleAndCheck(simulation);
}

/** One filer's email kills its sender, again and again; at first the sender has another chunk as well. */
async function killsBeside(pipeline: Pipeline): Promise<Outcome> {
  const simulation = await begun(pipeline, { poison: [/^BatchGetItem/] });
  for (let turn = 1; turn <= 4; turn++) {
    const sender = await sendBoth(simulation);
    await runOut(simulation, sender, { until: simulation.poison!.calls, fault: 'crash-before' });
    simulation.pass(130);
  }
  return settleAndCheck(simulation);
}

/**
 * A start pauses in the middle. Its run is canceled, and the sweep comes by; then the start continues, and
 * the queue forgets its messages.
 */
async function cancelledStart(pipeline: Pipeline, until: RegExp): Promise<Outcome> {
  const simulation = await Simulation.set(1, pipeline, QUIET);
  start(simulation);
  await simulation.scheduler.quiet();
  const still = simulation.scheduler.actors[0]!;
  await runOut(simulation, still, { until });
  await act(simulation, COMMANDS.moveAway, still);
  await act(simulation, sweep, still);
  await runOut(simulation, still);
  simulation.log('the queue forgets its messages');
  simulation.outside.messages.length = 0;
  return settleAndCheck(simulation);
}

/** A run whose phase is written out. */
async function begun(pipeline: Pipeline, about: Partial<Workload> = {}): Promise<Simulation> {
  const simulation = await Simulation.set(1, pipeline, { ...QUIET, announces: true, ...about });
  await act(simulation, start);
  return simulation;
}

/** Something happens, and every actor but one runs to its end. */
async function act(
  simulation: Simulation,
  happen: (simulation: Simulation) => unknown,
  but?: Actor,
): Promise<void> {
  await happen(simulation);
  await simulation.scheduler.quiet();
  for (const actor of simulation.scheduler.actors.filter((one) => one !== but))
    await runOut(simulation, actor);
}

/** Everything that is queued is sent, and its runs completed. */
async function sendAll(simulation: Simulation): Promise<void> {
  for (const body of simulation.outside.messages.splice(0)) {
    const name = JSON.parse(body) as { runId: string; chunk: string };
    await runOut(simulation, await send(simulation, 'all', name));
  }
  await act(simulation, sweep);
}

async function send(
  simulation: Simulation,
  owner: string,
  chunk: string | { readonly runId: string; readonly chunk: string },
): Promise<Actor> {
  const name = typeof chunk === 'string' ? { runId: RUN_ID, chunk } : chunk;
  const { senders } = simulation.pipeline;
  const services = senders.sendServices(simulation.runtime, simulation.clients);
  const deadline = simulation.scheduler.now + 3_600_000;
  const actor = simulation.invoke(`send(${owner})`, () =>
    senders.sendChunk(name, { owner, deadline, isAlone: true }, services),
  );
  await simulation.scheduler.quiet();
  return actor;
}

/** The whole function, with a message for each of two chunks. */
async function sendBoth(simulation: Simulation): Promise<Actor> {
  const { senders } = simulation.pipeline;
  const services = senders.sendServices(simulation.runtime, simulation.clients);
  const Records = ['00001', '00002'].map((chunk) => ({
    messageId: chunk,
    body: JSON.stringify({ runId: RUN_ID, chunk }),
  }));
  const actor = simulation.invoke('send both', (awsRequestId) =>
    senders.chunkSender(services)({ Records }, { awsRequestId, getRemainingTimeInMillis: () => 60_000 }),
  );
  await simulation.scheduler.quiet();
  return actor;
}

/** Runs an actor to its end, or to a call that is struck. */
async function runOut(
  simulation: Simulation,
  actor: Actor,
  { until, fault = null }: { until?: RegExp; fault?: Fault | null } = {},
): Promise<void> {
  const { scheduler } = simulation;
  for (;;) {
    const call = scheduler.waiting.find((one) => one.actor === actor);
    if (!call) return;
    scheduler.now = Math.max(scheduler.now, call.until ?? 0);
    const isLast = until?.test(call.label) === true;
    simulation.log(`${actor.name}: ${call.label}${isLast && fault ? `   ✗ ${fault}` : ''}`);
    if (isLast && fault) simulation.struck.push({ fault, label: call.label });
    await call.proceed(isLast ? fault : null);
    if (isLast) return;
  }
}
