import { type NewsType, newsOf } from './ses-news.ts';
import type { Simulation } from './simulation.ts';

/** SES reports what it took: in any order, twice, late or not at all. */
export function report(simulation: Simulation): void {
  const { accepted } = simulation.outside;
  const { feedback, news: types = TYPES, doubled = 0.15 } = simulation.workload;
  for (; simulation.reported < accepted.length; simulation.reported++) {
    if (feedback === 'never') continue;
    for (const type of simulation.dice.pick(types)) {
      const news = newsOf(type, accepted[simulation.reported]!);
      simulation.onTheirWay.push(news, ...(simulation.dice.chance(doubled) ? [news] : []));
    }
  }
}

/** What SES reports of one email. */
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
  ['ForwardBounce', 'UnknownRun'],
];

export async function bringNews(simulation: Simulation): Promise<void> {
  const [news] = simulation.onTheirWay.splice(simulation.dice.below(simulation.onTheirWay.length), 1);
  const record = simulation.pipeline.feedback.feedbackRecorder(simulation.runtime, simulation.clients);
  simulation.invoke(
    `feedback(${news!.label})`,
    async () => {
      const invocation = { awsRequestId: 'f', getRemainingTimeInMillis: () => 30_000 };
      const records = { Records: [{ messageId: 'm', body: news!.body }] };
      const { batchItemFailures } = await record(records, invocation);
      if (batchItemFailures.length > 0) throw new Error('it comes back');
      simulation.recorded.push({ ...news!, toldAt: simulation.scheduler.now });
    },
    () => simulation.onTheirWay.push(news!),
  );
  await simulation.scheduler.quiet();
}
