import type { Game } from './game.ts';
import { type NewsType, newsOf } from './ses-news.ts';

/** SES reports what it took: in any order, twice, late or not at all. */
export function report(game: Game): void {
  const { accepted } = game.outside;
  const { feedback, news: types = TYPES, doubled = 0.15 } = game.theme;
  for (; game.reported < accepted.length; game.reported++) {
    if (feedback === 'never') continue;
    for (const type of game.dice.pick(types)) {
      const news = newsOf(type, accepted[game.reported]!);
      game.onTheirWay.push(news, ...(game.dice.chance(doubled) ? [news] : []));
    }
  }
}

/** What SES tells of one email. */
export type News = readonly NewsType[];

const TYPES: readonly News[] = [
  [],
  [],
  ['Send'],
  ['Delivery'],
  ['Send', 'Delivery'],
  ['Send', 'Bounce'],
  ['Send', 'SoftBounce', 'Delivery'],
  ['Delivery', 'Complaint'],
  ['DeliveryDelay'],
  ['Reject'],
];

export async function bringNews(game: Game): Promise<void> {
  const [news] = game.onTheirWay.splice(game.dice.below(game.onTheirWay.length), 1);
  const record = game.pipeline.feedback.feedbackRecorder(game.runtime, game.clients);
  game.invoke(
    `feedback(${news!.label})`,
    async () => {
      const invocation = { awsRequestId: 'f', getRemainingTimeInMillis: () => 30_000 };
      const records = { Records: [{ messageId: 'm', body: news!.body }] };
      const { batchItemFailures } = await record(records, invocation);
      if (batchItemFailures.length > 0) throw new Error('it comes back');
      game.told.push({ ...news!, toldAt: game.stage.now });
    },
    () => game.onTheirWay.push(news!),
  );
  await game.stage.quiet();
}
