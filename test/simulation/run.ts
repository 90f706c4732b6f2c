import { announcementsOf, announceOnce, COMMANDS, disturbNow, receive, start, sweep } from './commands.ts';
import { checkInvariants } from './invariants.ts';
import { isResendDue } from './invariants-resends.ts';
import { bringNews, report } from './news.ts';
import type { Pipeline } from './pipeline.ts';
import { Simulation } from './simulation.ts';

/** What a run came to: its trace step by step, and each invariant that it broke. */
export interface Outcome {
  readonly seed: number;
  readonly trace: readonly string[];
  readonly broken: readonly string[];
}

type Move = () => Promise<void> | void;

const MAX_STEPS = 2_000;
const SETTLING_ROUNDS = 40;
const MAX_RUNNING = 4;

/** Simulates one run: everything that happens, and its order, follows from the seed. */
export async function simulate(seed: number, { pipeline }: { pipeline: Pipeline }): Promise<Outcome> {
  const simulation = await Simulation.set(seed, pipeline);
  await disturb(simulation);
  return settleAndCheck(simulation);
}

/** No more faults: everything comes to rest, and the invariants are checked. */
export async function settleAndCheck(simulation: Simulation): Promise<Outcome> {
  const endsAt = simulation.scheduler.now;
  await settle(simulation);
  await checkInvariants(simulation, endsAt);
  return { seed: simulation.seed, trace: simulation.trace, broken: [...simulation.broken] };
}

/** The part with faults: starts, senders, sweeps, events, holds and moves in any order. */
async function disturb(simulation: Simulation): Promise<void> {
  start(simulation);
  for (const name of simulation.workload.opening ?? []) await COMMANDS[name](simulation);
  await simulation.scheduler.quiet();
  for (let step = 0; step < MAX_STEPS; step++) {
    report(simulation);
    const moves = movesOf(simulation);
    const isLong = step > 60 && simulation.dice.chance(simulation.workload.patient ? 0.002 : 0.01);
    if (moves.length === 0 || isLong) return;
    await simulation.dice.pick(moves)();
  }
}

function movesOf(simulation: Simulation): Move[] {
  const { dice, outside, scheduler } = simulation;
  const free = scheduler.waiting.filter(
    ({ until = 0, actor }) => until <= scheduler.now && actor !== simulation.frozen?.actor,
  );
  if (simulation.frozen && --simulation.frozen.movesLeft < 0) simulation.frozen = null;
  const moves: Move[] = [];
  // Calls that wait weigh most: otherwise runs would be all beginnings.
  for (const call of free) for (let n = 0; n < 4; n++) moves.push(() => simulation.proceed(call));
  if (scheduler.waiting.some(({ until = 0 }) => until > scheduler.now))
    moves.push(() => simulation.passTime());
  const isRoom = simulation.running() < MAX_RUNNING;
  if (outside.messages.length > 0 && isRoom) moves.push(() => receive(simulation));
  if (simulation.onTheirWay.length > 0 && isRoom && !isLate(simulation))
    moves.push(() => bringNews(simulation));
  if (simulation.uploads.length > 0 && isRoom) moves.push(() => simulation.uploads.shift()!());
  if (moves.length === 0) return simulation.frozen || dice.chance(0.7) ? [() => disturbNow(simulation)] : [];
  return isRoom && dice.chance(simulation.workload.commandRate) ? [() => disturbNow(simulation)] : moves;
}

function isLate({ workload, dice }: Simulation): boolean {
  return workload.feedback === 'late' && dice.chance(0.8);
}

/** No more faults: everything under way ends, the sweep and late events come, holds are lifted. */
async function settle(simulation: Simulation): Promise<void> {
  if (!simulation.workload.lasts) simulation.faultsLeft = 0;
  simulation.frozen = null;
  simulation.stallAt.clear();
  simulation.stalls = false;
  simulation.outside.max24HourSend = 1_000;
  simulation.log('— no more faults —');
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    await drain(simulation);
    if (round === 1) simulation.recorder.checkNotified(simulation.outside.events);
    if (round > 0) await liftAll(simulation);
    if (await isSettled(simulation, round)) return;
    simulation.scheduler.now += 11 * 60_000;
    if (simulation.workload.announces && round === 0)
      for (const phaseId of announcementsOf(simulation)) announceOnce(simulation, phaseId);
    sweep(simulation);
  }
  simulation.broken.add('does not come to rest');
}

async function liftAll(simulation: Simulation): Promise<void> {
  const { gate } = simulation.phaseServices();
  for (const [scope, reasons] of (await gate.read()).holds) {
    for (const reason of reasons) {
      const ends = simulation.recorder.liftBegins(scope, reason);
      await gate.lift(scope, reason);
      ends();
    }
  }
}

async function isSettled(simulation: Simulation, round: number): Promise<boolean> {
  // A tick notifies people of what is held.
  if (simulation.recorder.isBreakerOpen && round === 0) return false;
  const { runs, chunks } = simulation.phaseServices();
  const all = await runs.runs();
  // Moved or missed, the phase may never start: a few ticks show it. So they do for a change that was released.
  if ((all.length === 0 || simulation.workload.announces) && round < 3) return false;
  if (await isResendDue(simulation)) return false;
  // Two hours more: no filer is sent a third email.
  if (simulation.workload.lasts && simulation.workload.sending && round < 14) return false;
  for (const { runId, completedAt, reconciledAt } of all) {
    if (!completedAt || !reconciledAt) return false;
    for await (const { done } of chunks.chunks(runId)) if (!done) return false;
  }
  return true;
}

/** Lets everything that waits happen, in the order of the dice, without faults. */
async function drain(simulation: Simulation): Promise<void> {
  const { scheduler, outside, dice } = simulation;
  await scheduler.quiet();
  for (let step = 0; step < 10 * MAX_STEPS; step++) {
    report(simulation);
    const free = scheduler.waiting.filter(({ until = 0 }) => until <= scheduler.now);
    if (free.length > 0) await simulation.proceed(dice.pick(free));
    else if (scheduler.waiting.length > 0) simulation.passTime();
    else if (simulation.uploads.length > 0) simulation.uploads.shift()!();
    else if (outside.messages.length > 0) await receive(simulation);
    else if (simulation.onTheirWay.length > 0) await bringNews(simulation);
    else return;
    if (scheduler.waiting.length === 0) await scheduler.quiet();
  }
  simulation.broken.add(`never comes to rest: ${scheduler.waiting.map(({ label }) => label)}`);
}
