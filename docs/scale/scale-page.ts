import {
  costOfEmails,
  EXAMPLE,
  ofEmails,
  SENDING,
  scaledTo,
  totalOf,
} from '../../functions/domain/cost/email-cost.ts';
import { type ConcurrencyTemplate, concurrencyNeeded } from '../../infra/concurrency.ts';
import { createApp } from '../../infra/crier-app.ts';
import { table } from '../guides/markdown.ts';
import { secondsAt } from './durations.ts';
import { count, dollars, duration, seconds } from './figures.ts';
import {
  CONCURRENCY,
  INVOCATION_SECONDS,
  LIMITS,
  NEW_TABLE_UNITS,
  PARTITION_UNITS,
  QUOTA_QUESTIONS,
  READ_ON,
} from './limits.ts';
import type { Measured, MeasuredPhase } from './measured.ts';
import { AUDIENCES, COURTS, RATES } from './scenarios.ts';

/** The page, from the repository's root. */
export const PAGE = 'docs/scale.md';

/** The page, from phases that were simulated, prices, and limits of AWS. */
export function scalePage(measured: Measured): string {
  const { phases, starts, smallBatches } = measured;
  const largest = phases.at(-1)!;
  return [
    INTRODUCTION,
    '## How long a phase takes, and what it costs',
    DURATIONS,
    durations(),
    '![Minutes from a phase’s start to its last email, by its audience and rate](scale/durations.svg)',
    costs(phases),
    '## Simulated phases',
    SIMULATED,
    simulated(phases),
    reckoning(phases),
    '## Which limit is met first',
    firstLimits({ largest, starts }),
    '## The one send gate',
    gate(largest),
    '## SES’s events',
    feedback({ smallBatches, largest }),
    '## Limits of AWS',
    `Read on ${READ_ON}, in copies of AWS’s documentation that may be some months older. Check them again before a large launch.`,
    limits(),
    ASSUMPTIONS,
  ]
    .map((part) => part.trim())
    .join('\n\n')
    .concat('\n');
}

const INTRODUCTION = `# Scale

How far one launch goes, and several in one account: what takes how long, what it costs, and which limit of AWS is met first. \`npm run scale\`
writes this page. Its figures come from phases that were simulated (\`npm run scale -- --simulate\`), from the functions’ own
preflight, and from [the cost model](deploy.md#what-it-costs); none is worked out by hand.`;

const DURATIONS = `What preflight reckons for one phase: at 85% of SES’s rate, since SES’s meter isn’t Crier’s. SES must grant that rate, and a
daily quota of at least the audience: a phase that doesn’t fit is held before its first email, and people are notified. A daily quota that is used
up by others meanwhile holds the run; the sweep lifts the hold when SES has freed the quota.`;

function durations(): string {
  const rows = AUDIENCES.map(({ who, filers }) => [
    who,
    count(filers),
    ...RATES.map((rate) => duration(secondsAt(filers, rate))),
    dollars(costOfEmails(filers).dollars),
  ]);
  const rates = RATES.map((rate) => `at ${count(rate)}/s`);
  return table(['who', 'emails', ...rates, 'cost'], rows);
}

const SIMULATED = `The functions’ own code on a virtual clock: start-phase decides and queues the audience, senders with the real send gate send it, and
record-feedback records two events an email, all on dynalite’s tables. Units are DynamoDB’s write units.`;

/** SES's price, and everything else's: as counted in the rehearsal, with the simulated time of Lambda. */
function costs(phases: readonly MeasuredPhase[]): string {
  const memory = { sender: memoryOf('SendEmail'), recorder: memoryOf('RecordFeedback') };
  const many = scaledTo(COSTED, ofEmails(EXAMPLE));
  const ses = totalOf(SENDING.slice(0, 1), many);
  const small = phases.filter(({ size }) => size.filers === phases[0]!.size.filers);
  const rows = small.map(({ size, emails, sender, recorder }) => {
    const time = sender.milliseconds * memory.sender + recorder.milliseconds * memory.recorder;
    const megabyteSeconds = (time / 1000 / emails) * COSTED;
    const invocations = ((sender.count + recorder.count) / emails) * COSTED;
    const usage = { ...many.usage, megabyteSeconds, invocations };
    const rest = totalOf(SENDING.slice(1), { ...many, usage });
    const lambda = totalOf(LAMBDA_TIME, { ...many, usage });
    return [
      `${count(size.maxSendRate)}/s`,
      String(size.senders),
      dollars(ses),
      dollars(rest),
      dollars(lambda),
      `${((rest / ses) * 100).toFixed(1)}%`,
    ];
  });
  const head = ['SES’s rate', 'senders', 'SES', 'everything else', 'of it, Lambda’s time', 'beside SES'];
  return `Everything but SES costs less the faster SES takes emails, since senders that wait for their slots are billed as well. ${count(COSTED)} emails, with Lambda’s time and invocations as simulated below, and all else as in the rehearsal:\n\n${table(head, rows)}`;
}

const COSTED = 100_000;
const LAMBDA_TIME = SENDING.filter(({ price }) => price === 'gigabyteSecond');

function simulated(phases: readonly MeasuredPhase[]): string {
  const rows = phases.map((phase) => [
    count(phase.size.filers),
    `${count(phase.size.maxSendRate)}/s`,
    String(phase.size.senders),
    seconds(phase.reckoned),
    seconds(phase.enqueued),
    seconds(phase.firstEmail),
    seconds(phase.lastEmail),
    seconds(phase.recorded),
    (phase.writeUnits / phase.emails).toFixed(2),
    `${count(phase.peaks.gate)} / ${count(phase.peaks.run)} / ${count(phase.peaks.shard)}`,
  ]);
  return table(
    [
      'filers',
      'SES',
      'senders',
      'preflight',
      'queued after',
      'first email',
      'last email',
      'all events in the log',
      'units an email',
      'most units a second: gate / run / shard of the log',
    ],
    rows,
  );
}

function reckoning(phases: readonly MeasuredPhase[]): string {
  const long = phases.filter(({ reckoned }) => reckoned >= 60);
  const off = Math.max(
    ...long.map(({ reckoned, firstEmail, lastEmail }) => Math.abs((lastEmail - firstEmail) / reckoned - 1)),
  );
  return `Where a phase takes a minute or more, its emails took at most ${(off * 100).toFixed(1)}% more or less than preflight reckoned; so preflight stands for larger audiences above.`;
}

interface Extremes {
  readonly largest: MeasuredPhase;
  readonly starts: Measured['starts'];
}

function firstLimits({ largest, starts }: Extremes): string {
  const common = starts[0]!;
  const longest = starts.at(-1)!;
  const most = Math.floor(((INVOCATION_SECONDS / longest.seconds) * longest.filers) / 100_000) * 100_000;
  const needed = concurrencyOfALaunch();
  const fit = Math.floor(CONCURRENCY / needed);
  return [
    `- **One court.** SES’s rate and daily quota, and, for some seconds, a partition of DynamoDB: start-phase queues ${count(common.filers)} filers in ${seconds(common.seconds)}, and writes at most ${count(common.mostUnits)} units in a second to the items of one run, which share a partition of ${count(PARTITION_UNITS)}. Writes that are throttled are repeated by the SDK, and start-phase waits for them; a start that fails is repeated by its schedule or the sweep. At ${count(largest.size.maxSendRate)} emails a second, sending takes at most ${count(largest.peaks.run)} units of the run’s items, and the log ${count(largest.peaks.log)} of the ${count(NEW_TABLE_UNITS)} that a new table writes at once. The log is nearest to its limit: chunks are sent nearly in the order of their filers, so at a time most facts go to one of its 16 shards, at most ${count(largest.peaks.shard)} units in a second. Facts that DynamoDB leaves unprocessed are written again. Faster sending needs chunks queued in another order.`,
    `- **A circuit, in one account.** SES’s rate again: each launch has a share of it (\`accountShare\`), so all together take as long as one audience of that size. Give launches different days instead.`,
    `- **All ${COURTS} courts, in one account.** Lambda: a launch may run ${needed} functions at once, so ${count(CONCURRENCY)} concurrent executions hold ${fit} launches; ${COURTS} need ${count(COURTS * needed)}, which AWS grants on request. Then SES’s GetSendQuota, ${QUOTA_QUESTIONS} a second for the account: each sender asks once a minute, so senders of about 30 launches may work in the same minute. When SES refuses, the question is repeated once; then the sender’s messages come back in a minute. An account for each circuit meets neither.`,
    `- **3 million PACER users, in one launch.** SES’s daily quota: the phase takes days, unless AWS grants millions of emails a day. start-phase must queue the whole audience within Lambda’s 15 minutes, since a repeat begins at the first chunk: it queues ${count(longest.filers)} filers in ${seconds(longest.seconds)}, so at that pace ${count(most)}, less the time for reading logs of earlier runs. It holds the whole audience in its ${count(memoryOf('StartPhase'))} MB. Names of chunks stay in order beyond 99,999 chunks (2.5 million filers), on which pages and the search for waiting chunks rely.`,
    '- **Scheduler, SQS, EventBridge.** Never first: a phase is one schedule, a chunk of 25 filers one message, and an email two events, of the thousands that rules pass on each second.',
  ].join('\n');
}

/** How many functions of one launch may run at once, as the default settings make it. */
function concurrencyOfALaunch(): number {
  return Math.max(...templates().map((template) => concurrencyNeeded(template)));
}

function memoryOf(id: string): number {
  const resources = templates().flatMap(({ Resources }) => Object.entries(Resources));
  return Number(resources.find(([name]) => name === id)![1].Properties!.MemorySize);
}

function templates(): ConcurrencyTemplate[] {
  return createApp({ bundle: false, check: false })
    .synth()
    .stacks.map(({ template }) => template as ConcurrencyTemplate);
}

function gate({ gateUnits, emails, peaks, size }: MeasuredPhase): string {
  const perEmail = gateUnits / emails;
  const split = Math.floor(PARTITION_UNITS / perEmail / 1000) * 1000;
  return `Every sender of a launch asks one item, and one item takes at most ${count(PARTITION_UNITS)} write units a second. A reservation takes up to 25 slots, and refused ones are billed too: ${perEmail.toFixed(3)} units an email, at most ${count(peaks.gate)} in a second at SES’s ${count(size.maxSendRate)}/s. At that ratio the gate must be split at about **${count(split)} emails a second**, more than any court needs. Split it then by launches, which have a gate each, with \`accountShare\` as their parts. Within a launch, several items with a part of the rate each would do, but a hold or a cancellation would count only once all of them have it.`;
}

function feedback({
  smallBatches,
  largest,
}: {
  smallBatches: MeasuredPhase;
  largest: MeasuredPhase;
}): string {
  const { batchSize, windowSeconds, consumers } = largest.size.feedback;
  const late = ({ recorded, lastEmail }: MeasuredPhase) => recorded - lastEmail;
  const perEmail = ({ recorder, emails }: MeasuredPhase) => (recorder.count / emails).toFixed(2);
  return `Lambda calls record-feedback with up to ${batchSize} events that come within ${windowSeconds} seconds, ${consumers} calls at once: ${perEmail(largest)} calls an email, and after ${count(largest.emails)} emails at ${count(largest.size.maxSendRate)}/s the last event is in the log ${seconds(late(largest))} after the last email, of which SES takes five. With Lambda’s default, ten events and no window, ${count(smallBatches.emails)} emails at ${count(smallBatches.size.maxSendRate)}/s took ${perEmail(smallBatches)} calls an email, and the last event was in the log after ${seconds(late(smallBatches))}. Events that wait are late, not lost: the queue keeps them for four days.`;
}

function limits(): string {
  const rows = Object.values(LIMITS).map(({ what, value, page }) => [
    what,
    value,
    `[${new URL(page).host}](${page})`,
  ]);
  return table(['what', 'limit', 'source'], rows);
}

const ASSUMPTIONS = `## What the simulation assumes

DynamoDB answers after 3 to 15 ms, SQS after 5 to 15, SES after 120 to 220; a new environment takes half a second. A sender makes 300 emails
a second: the setting \`senders\` is advised by that figure, and the simulation takes its number from there. SES accepts every email and reports
it sent after one second and delivered after five. DynamoDB doesn’t throttle here; the peaks show where it would. A phase refers to no earlier email; where
it does, chunks are larger, and writing them takes up to twice the units. \`test/docs/scale.test.ts\` compares a small phase with the embedded cloud,
where the same phase runs through SQS, Lambda’s time limits and the emulator of SES.
`;
