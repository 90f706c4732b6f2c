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

How far one launch scales, and several launches in one account: how long each step takes, what it costs, and which AWS limit comes first.
\`npm run scale\` writes this page. Its figures come from simulated phases (\`npm run scale -- --simulate\`), from the functions’ own
preflight, and from [the cost model](deploy.md#what-it-costs). None is calculated by hand.`;

const DURATIONS = `Preflight’s estimate for one phase, at 85% of SES’s rate, since SES doesn’t count exactly as Crier does. SES must grant that rate, and a
daily quota at least as large as the audience: a phase that doesn’t fit is held before its first email, and staff are notified. If other senders
use up the daily quota in the meantime, the run is held until SES has quota again; then the sweep lifts the hold.`;

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
record-feedback records two events per email, all in dynalite’s tables. Units are DynamoDB’s write units.`;

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
  const head = [
    'SES’s rate',
    'senders',
    'SES',
    'everything else',
    'Lambda’s share of that',
    'compared with SES',
  ];
  return `The faster SES accepts emails, the less everything else costs, because senders are billed while they wait for their slots. For ${count(COSTED)} emails, with Lambda’s time and invocations as simulated below and everything else as in the rehearsal:\n\n${table(head, rows)}`;
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
      'units per email',
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
  return `In phases of a minute or more, sending took within ${(off * 100).toFixed(1)}% of preflight’s estimate, so the table above uses preflight for larger audiences.`;
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
    `- **One court.** SES’s rate and daily quota and, for a few seconds, one DynamoDB partition: start-phase queues ${count(common.filers)} filers in ${seconds(common.seconds)}, and writes at most ${count(common.mostUnits)} units in a second to the items of one run, which share a partition that takes ${count(PARTITION_UNITS)}. The SDK retries throttled writes while start-phase waits; if a start fails, its schedule or the sweep retries it. At ${count(largest.size.maxSendRate)} emails a second, sending writes at most ${count(largest.peaks.run)} units to the run’s items, and ${count(largest.peaks.log)} to the log, where a new table takes ${count(NEW_TABLE_UNITS)} at once. The log comes closest to its limit: chunks are sent nearly in the order of their filers, so at any moment most facts go to one of its 16 shards, at most ${count(largest.peaks.shard)} units in a second. Facts that DynamoDB leaves unprocessed are written again. To send faster, queue chunks in a different order.`,
    `- **A circuit, in one account.** SES’s rate again: each launch has a share of it (\`accountShare\`), so all together take as long as one audience of that size. Give launches different days instead.`,
    `- **All ${COURTS} courts, in one account.** Lambda: a launch may run ${needed} functions at once, so ${count(CONCURRENCY)} concurrent executions are enough for ${fit} launches. ${COURTS} need ${count(COURTS * needed)}, which AWS grants on request. Next comes SES’s GetSendQuota, ${QUOTA_QUESTIONS} a second for the account: each sender asks once a minute, so about 30 launches can send in the same minute. If SES refuses, the sender asks once more; after that, its messages return to the queue for a minute. With one account per circuit, neither limit matters.`,
    `- **3 million PACER users, in one launch.** SES’s daily quota: the phase takes days, unless AWS grants millions of emails a day. start-phase must queue the whole audience within Lambda’s 15 minutes, because a retry begins again at the first chunk. It queues ${count(longest.filers)} filers in ${seconds(longest.seconds)}; at that pace, it could queue ${count(most)}, less the time to read the logs of earlier runs. The whole audience must fit in its ${count(memoryOf('StartPhase'))} MB of memory. Chunk names still sort correctly beyond 99,999 chunks (5 million filers); pages and the search for waiting chunks rely on that.`,
    '- **Scheduler, SQS, EventBridge.** Never first: a phase is one schedule, a chunk of 50 filers is one message, and an email is two events; rules pass on thousands of events a second.',
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
  return `All senders of a launch share one item, and one item takes at most ${count(PARTITION_UNITS)} write units a second. A reservation takes up to 50 slots, and refused reservations are billed, too: ${perEmail.toFixed(3)} units per email, at most ${count(peaks.gate)} in a second at SES’s ${count(size.maxSendRate)}/s. At that ratio, the gate would have to be split at about **${count(split)} emails a second**, more than any court needs. In that case, split the audience into several launches: each has its own gate, and \`accountShare\` divides the rate. Several items within one launch, each with part of the rate, would also work, but a hold or a cancellation would take effect only once all of them had it.`;
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
  return `Lambda calls record-feedback with up to ${batchSize} events that arrive within ${windowSeconds} seconds, in up to ${consumers} calls at once: ${perEmail(largest)} calls per email. After ${count(largest.emails)} emails at ${count(largest.size.maxSendRate)}/s the last event is in the log ${seconds(late(largest))} after the last email; five of those seconds are SES’s own. With Lambda’s default, ten events and no window, ${count(smallBatches.emails)} emails at ${count(smallBatches.size.maxSendRate)}/s took ${perEmail(smallBatches)} calls per email, and the last event was in the log after ${seconds(late(smallBatches))}. Waiting events are late, not lost: the queue keeps them for four days.`;
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
a second. The advice for the setting \`senders\` uses the same figure, and the simulation follows that advice. SES accepts every email, and reports
it sent after one second and delivered after five. DynamoDB doesn’t throttle here; the peaks show where it would. Emails here don’t refer to earlier
ones; when they do, chunks are larger, and writing them takes up to twice the units. \`test/docs/scale.test.ts\` compares a small phase with the embedded
cloud, where the same phase runs through SQS, Lambda’s time limits and the SES emulator.
`;
