import { ACTS, start, sweep, tell, tellOnce } from './commands.ts';
import { Game, RUN_ID } from './game.ts';
import { bringNews } from './news.ts';
import type { Pipeline } from './pipeline.ts';
import { type Outcome, settleAndJudge } from './run.ts';
import type { Actor, Fault } from './scheduler.ts';
import { newsOf } from './ses-news.ts';
import { PLAIN, type Theme } from './workloads.ts';

export type ScriptName = keyof typeof SCRIPTS;

/** Plays whose order is written down, since dice would hardly ever find it. */
export const SCRIPTS = {
  'a sender that wakes late': wakesLate,
  'a sender that stands still while the launch moves': standsStill,
  'two that count while a mailbox bounces': countTwice,
  'a retry after the launch moved': retryMoved,
  'a hold after a throttle': heldThrottled,
  'a hold by somebody who dies before telling it': heldUntold,
  'an email that kills a sender of several chunks': killsBeside,
  'a start that stands still before its audience is counted': (pipeline: Pipeline) =>
    cancelledStart(pipeline, /^Query .*#0$/),
  'a start that stands still after its audience is counted': (pipeline: Pipeline) =>
    cancelledStart(pipeline, /SET #audience/),
} as const satisfies Readonly<Record<string, (pipeline: Pipeline) => Promise<Outcome>>>;

const QUIET = { ...PLAIN, name: 'a script', stalls: false, rates: [50], feedback: 'never' } as const;

/**
 * One sender leases a chunk and stands still until its lease runs out. The next one claims, sends, and dies before it can say
 * so. The run is cancelled; the first wakes and calls all of the chunk `skipped`, what the other had claimed as well.
 */
async function wakesLate(pipeline: Pipeline): Promise<Outcome> {
  const game = await Game.set(1, pipeline, QUIET);
  start(game);
  await game.stage.quiet();
  await playOut(game, game.stage.actors[0]!);
  const late = await send(game, 'late', '00001');
  await playOut(game, late, { until: /^UpdateItem chunk/ });
  game.pass(130);
  const next = await send(game, 'next', '00001');
  await playOut(game, next, { until: /^SES Send/, fault: 'crash-after' });
  game.tell('the run is cancelled');
  game.moved = true;
  await game.phaseServices().runs.cancel(RUN_ID, 'plan-changed');
  await playOut(game, late);
  return settleAndJudge(game);
}

/**
 * One chunk is out, the other with a sender that stands still while SES takes its email. The launch moves, and a person releases the message of the
 * new date at once; only then SES has the old one.
 */
async function standsStill(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline);
  await playOut(game, await send(game, 'first', '00001'));
  const still = await send(game, 'still', '00002');
  // Its email is on the way to SES when it stops.
  await playOut(game, still, { until: /^sleeps/ });
  await act(game, ACTS.moveAway, still);
  await act(game, tell, still);
  await playOut(game, still);
  return settleAndJudge(game);
}

/**
 * Two releases of a change of dates at once: one is about to write down whom it tells when the other has done so and written
 * out its chunks. In between a mailbox bounces, so that the log says something else.
 */
async function countTwice(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline);
  await playOut(game, await send(game, 'first', '00001'));
  await playOut(game, await send(game, 'second', '00002'));
  await act(game, sweep);
  await act(game, ACTS.moveAway);
  const slow = tellOnce(game);
  await game.stage.quiet();
  await playOut(game, slow, { until: /^Query run#date-change/ });
  await act(game, tellOnce, slow);
  game.onTheirWay.push(newsOf('Bounce', game.outside.accepted[0]!));
  await act(game, bringNews, slow);
  await playOut(game, slow);
  return settleAndJudge(game);
}

/** A run is complete but for an email without an answer. The launch moves, and a person tries that email once more. */
async function retryMoved(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline);
  const first = await send(game, 'first', '00001');
  await playOut(game, first, { until: /^SES Send/, fault: 'timeout-before' });
  await playOut(game, first);
  await playOut(game, await send(game, 'second', '00002'));
  await act(game, sweep);
  await act(game, ACTS.moveAway);
  await act(game, ACTS.retry);
  return settleAndJudge(game);
}

/** SES says "not now" to an email, and a person holds the run before the next try. */
async function heldThrottled(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline);
  const first = await send(game, 'first', '00001');
  await playOut(game, first, { until: /^SES Send/, fault: 'throttle' });
  await game.phaseServices().gate.hold(RUN_ID, 'person');
  await playOut(game, first);
  return settleAndJudge(game);
}

/** The breaker opens, and whoever opened it dies before people are told. */
async function heldUntold(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline);
  const hold = { scope: RUN_ID, reason: 'breaker-bounces', run: null };
  const actor = game.invoke('the breaker', () => pipeline.senders.openBreaker(hold, game.phaseServices()));
  await game.stage.quiet();
  await playOut(game, actor, { until: /PutEvents/, fault: 'crash-before' });
  return settleAndJudge(game);
}

/** Whoever comes to one filer's email dies, again and again, and had another chunk in hand at first. */
async function killsBeside(pipeline: Pipeline): Promise<Outcome> {
  const game = await begun(pipeline, { poison: [/^BatchGetItem/] });
  for (let turn = 1; turn <= 4; turn++) {
    const sender = await sendBoth(game);
    await playOut(game, sender, { until: game.poison!.calls, fault: 'crash-before' });
    game.pass(130);
  }
  return settleAndJudge(game);
}

/**
 * A start stands still in the middle. Its run is cancelled, and the sweep does with it what it does; then the start goes on, and
 * the queue forgets its messages.
 */
async function cancelledStart(pipeline: Pipeline, until: RegExp): Promise<Outcome> {
  const game = await Game.set(1, pipeline, QUIET);
  start(game);
  await game.stage.quiet();
  const still = game.stage.actors[0]!;
  await playOut(game, still, { until });
  await act(game, ACTS.moveAway, still);
  await act(game, sweep, still);
  await playOut(game, still);
  game.tell('the queue forgets its messages');
  game.outside.messages.length = 0;
  return settleAndJudge(game);
}

/** A play whose phase is written out. */
async function begun(pipeline: Pipeline, about: Partial<Theme> = {}): Promise<Game> {
  const game = await Game.set(1, pipeline, { ...QUIET, tells: true, ...about });
  await act(game, start);
  return game;
}

/** Something happens, and everybody but one plays to the end. */
async function act(game: Game, happen: (game: Game) => unknown, but?: Actor): Promise<void> {
  await happen(game);
  await game.stage.quiet();
  for (const actor of game.stage.actors.filter((one) => one !== but)) await playOut(game, actor);
}

async function send(game: Game, owner: string, chunk: string): Promise<Actor> {
  const { senders } = game.pipeline;
  const services = senders.sendServices(game.runtime, game.clients);
  const deadline = game.stage.now + 3_600_000;
  const actor = game.invoke(`send(${owner})`, () =>
    senders.sendChunk({ runId: RUN_ID, chunk }, { owner, deadline, isAlone: true }, services),
  );
  await game.stage.quiet();
  return actor;
}

/** The whole function, with a message for each of two chunks. */
async function sendBoth(game: Game): Promise<Actor> {
  const { senders } = game.pipeline;
  const services = senders.sendServices(game.runtime, game.clients);
  const Records = ['00001', '00002'].map((chunk) => ({
    messageId: chunk,
    body: JSON.stringify({ runId: RUN_ID, chunk }),
  }));
  const actor = game.invoke('send both', (awsRequestId) =>
    senders.chunkSender(services)({ Records }, { awsRequestId, getRemainingTimeInMillis: () => 60_000 }),
  );
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
    if (isLast && fault) game.struck.push({ fault, label: call.label });
    await call.proceed(isLast ? fault : null);
    if (isLast) return;
  }
}
