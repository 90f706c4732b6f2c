import { start } from './acts.ts';
import { Game, RUN_ID } from './game.ts';
import type { Pipeline } from './pipeline.ts';
import { type Outcome, settleAndJudge } from './play.ts';
import type { Actor, Fault } from './stage.ts';
import { PLAIN } from './themes.ts';

export type ScriptName = keyof typeof SCRIPTS;

/** Plays whose order is written down, since dice would hardly ever find it. */
export const SCRIPTS = { 'a sender that wakes late': wakesLate } as const satisfies Readonly<
  Record<string, (pipeline: Pipeline) => Promise<Outcome>>
>;

const QUIET = { ...PLAIN, name: 'a script', stalls: false, rates: [50], feedback: 'never' } as const;
const CHUNK = { runId: RUN_ID, chunk: '00001' };

/**
 * One sender leases a chunk and stands still until its lease runs out. The next one claims, sends, and dies before it can say
 * so. The run is cancelled; the first wakes and calls all of the chunk `skipped`, what the other had claimed as well.
 */
async function wakesLate(pipeline: Pipeline): Promise<Outcome> {
  const game = await Game.set(1, pipeline, QUIET);
  start(game);
  await game.stage.quiet();
  await playOut(game, game.stage.actors[0]!);
  const late = await send(game, 'late');
  await playOut(game, late, { until: /^UpdateItem chunk/ });
  game.pass(130);
  const next = await send(game, 'next');
  await playOut(game, next, { until: /^SES Send/, fault: 'crash-after' });
  game.tell('the run is cancelled');
  game.moved = true;
  await game.phaseServices().runs.cancel(RUN_ID, 'plan-changed');
  await playOut(game, late);
  return settleAndJudge(game);
}

async function send(game: Game, owner: string): Promise<Actor> {
  const { senders } = game.pipeline;
  const services = senders.sendServices(game.runtime, game.clients);
  const deadline = game.stage.now + 3_600_000;
  const actor = game.invoke(`send(${owner})`, () => senders.sendChunk(CHUNK, { owner, deadline }, services));
  await game.stage.quiet();
  return actor;
}

/** Plays an actor to its end, or to a call that is struck. */
async function playOut(
  game: Game,
  actor: Actor,
  { until, fault = null }: { until?: RegExp; fault?: Fault | null } = {},
): Promise<void> {
  const { stage } = game;
  for (;;) {
    const call = stage.waiting.find((one) => one.actor === actor);
    if (!call) return;
    stage.now = Math.max(stage.now, call.until ?? 0);
    const isLast = until?.test(call.label) === true;
    game.tell(`${actor.name}: ${call.label}${isLast && fault ? `   ✗ ${fault}` : ''}`);
    await call.proceed(isLast ? fault : null);
    if (isLast) return;
  }
}
