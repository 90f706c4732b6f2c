import { ACTS, actNow, receive, start, sweep, tell } from './commands.ts';
import { Game } from './game.ts';
import { judge } from './invariants.ts';
import { isResendDue } from './invariants-resends.ts';
import { bringNews, report } from './news.ts';
import type { Pipeline } from './pipeline.ts';

/** What a play came to: its story step by step, and each promise that it broke. */
export interface Outcome {
  readonly seed: number;
  readonly story: readonly string[];
  readonly broken: readonly string[];
}

type Move = () => Promise<void> | void;

const MOST_STEPS = 2_000;
const SETTLING_ROUNDS = 40;
const MOST_RUNNING = 4;

/** Plays one schedule: everything that happens, and its order, follows from the seed. */
export async function play(seed: number, { pipeline }: { pipeline: Pipeline }): Promise<Outcome> {
  const game = await Game.set(seed, pipeline);
  await disturb(game);
  return settleAndJudge(game);
}

/** No more faults: everything comes to rest, and the judge counts. */
export async function settleAndJudge(game: Game): Promise<Outcome> {
  const endsAt = game.stage.now;
  await settle(game);
  await judge(game, endsAt);
  return { seed: game.seed, story: game.story, broken: [...game.broken] };
}

/** The part with faults: starts, senders, sweeps, events, holds and moves in any order. */
async function disturb(game: Game): Promise<void> {
  start(game);
  for (const name of game.theme.opening ?? []) await ACTS[name](game);
  await game.stage.quiet();
  for (let step = 0; step < MOST_STEPS; step++) {
    report(game);
    const moves = movesOf(game);
    const isLong = step > 60 && game.dice.chance(game.theme.patient ? 0.002 : 0.01);
    if (moves.length === 0 || isLong) return;
    await game.dice.pick(moves)();
  }
}

function movesOf(game: Game): Move[] {
  const { dice, outside, stage } = game;
  const free = stage.waiting.filter(
    ({ until = 0, actor }) => until <= stage.now && actor !== game.frozen?.actor,
  );
  if (game.frozen && --game.frozen.movesLeft < 0) game.frozen = null;
  const moves: Move[] = [];
  // Calls that wait weigh most: otherwise plays would be all beginnings.
  for (const call of free) for (let n = 0; n < 4; n++) moves.push(() => game.proceed(call));
  if (stage.waiting.some(({ until = 0 }) => until > stage.now)) moves.push(() => game.passTime());
  const isRoom = game.running() < MOST_RUNNING;
  if (outside.messages.length > 0 && isRoom) moves.push(() => receive(game));
  if (game.onTheirWay.length > 0 && isRoom && !isLate(game)) moves.push(() => bringNews(game));
  if (game.uploads.length > 0 && isRoom) moves.push(() => game.uploads.shift()!());
  if (moves.length === 0) return game.frozen || dice.chance(0.7) ? [() => actNow(game)] : [];
  return isRoom && dice.chance(game.theme.acts) ? [() => actNow(game)] : moves;
}

function isLate({ theme, dice }: Game): boolean {
  return theme.feedback === 'late' && dice.chance(0.8);
}

/** No more faults: everything under way ends, the sweep and late events come, holds are lifted. */
async function settle(game: Game): Promise<void> {
  if (!game.theme.lasts) game.faultsLeft = 0;
  game.frozen = null;
  game.stallAt.clear();
  game.stalls = false;
  game.outside.max24HourSend = 1_000;
  game.tell('— no more faults —');
  for (let round = 0; round < SETTLING_ROUNDS; round++) {
    await drain(game);
    if (round === 1) game.witness.checkTold(game.outside.events);
    if (round > 0) await liftAll(game);
    if (await isSettled(game, round)) return;
    game.stage.now += 11 * 60_000;
    if (game.theme.tells && round === 0) tell(game);
    sweep(game);
  }
  game.broken.add('does not come to rest');
}

async function liftAll(game: Game): Promise<void> {
  const { gate } = game.phaseServices();
  for (const [scope, reasons] of (await gate.read()).holds) {
    for (const reason of reasons) {
      const ends = game.witness.liftBegins(scope, reason);
      await gate.lift(scope, reason);
      ends();
    }
  }
}

async function isSettled(game: Game, round: number): Promise<boolean> {
  // A tick tells people of what is held.
  if (game.witness.isTripped && round === 0) return false;
  const { runs, chunks } = game.phaseServices();
  const all = await runs.runs();
  // Moved or missed, the phase may never start: a few ticks tell. So they do of a change that was released.
  if ((all.length === 0 || game.theme.tells) && round < 3) return false;
  if (await isResendDue(game)) return false;
  // Two hours more: nobody is sent a third email.
  if (game.theme.lasts && game.theme.sending && round < 14) return false;
  for (const { runId, completedAt, reconciledAt } of all) {
    if (!completedAt || !reconciledAt) return false;
    for await (const { done } of chunks.chunks(runId)) if (!done) return false;
  }
  return true;
}

/** Plays everything that waits, in the order of the dice, without faults. */
async function drain(game: Game): Promise<void> {
  const { stage, outside, dice } = game;
  await stage.quiet();
  for (let step = 0; step < 10 * MOST_STEPS; step++) {
    report(game);
    const free = stage.waiting.filter(({ until = 0 }) => until <= stage.now);
    if (free.length > 0) await game.proceed(dice.pick(free));
    else if (stage.waiting.length > 0) game.passTime();
    else if (game.uploads.length > 0) game.uploads.shift()!();
    else if (outside.messages.length > 0) await receive(game);
    else if (game.onTheirWay.length > 0) await bringNews(game);
    else return;
    if (stage.waiting.length === 0) await stage.quiet();
  }
  game.broken.add(`never comes to rest: ${stage.waiting.map(({ label }) => label)}`);
}
