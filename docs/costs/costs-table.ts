import { table } from '../guides/markdown.ts';
import { costOf, PRICES, type PriceName, REGION } from './prices.ts';
import { type TemplateCounts, templateCounts } from './template-counts.ts';
import type { ExampleUsage, Usage } from './usage.ts';

/** The page with the costs, from the repository's root, and the marks around them. */
export const PAGE = 'docs/deploy.md';
const [BEGIN, END] = ['<!-- npm run costs -->', '<!-- end of the costs -->'];

/** One thing that AWS bills. For another, add a row, and its price where there is none. */
interface Row<Of> {
  readonly what: string;
  readonly price: PriceName;
  readonly amount: (of: Of) => number;
}

/** Lambda starts with five pollers, each of which waits 20 seconds for a message. */
const POLLS_A_MONTH = (5 * 30 * 24 * 60 * 60) / 20;
/** An assumption, since nothing here runs at Lambda's speed: longer than most invocations take. */
const INVOCATION_SECONDS = 1;
/** A call of PutEvents holds at most this many. */
const EVENTS_A_CALL = 10;
const EMAILS = 100_000;

/** Every month, even while nothing is sent. */
const WAITING: readonly Row<{ counts: TemplateCounts; tick: Usage }>[] = [
  { what: 'Alarms', price: 'alarmMetric', amount: ({ counts }) => counts.alarmMetrics },
  {
    what: 'Composite alarms',
    price: 'compositeAlarm',
    amount: ({ counts }) => counts.compositeAlarms,
  },
  { what: 'Metrics behind alarms', price: 'customMetric', amount: ({ counts }) => counts.customMetrics },
  { what: 'Dashboard', price: 'dashboard', amount: ({ counts }) => counts.dashboards },
  { what: 'Encryption keys', price: 'key', amount: ({ counts }) => counts.keys },
  {
    what: 'Polling of queues by Lambda',
    price: 'queueRequest',
    amount: ({ counts }) => counts.polledQueues * POLLS_A_MONTH,
  },
  { what: 'Ticks: schedules', price: 'scheduledCall', amount: ({ counts }) => counts.ticks },
  {
    what: 'Ticks: Lambda’s time',
    price: 'gigabyteSecond',
    amount: ({ counts, tick }) => counts.ticks * gigabyteSeconds(tick),
  },
  {
    what: 'Ticks: DynamoDB’s reads',
    price: 'readUnit',
    amount: ({ counts, tick }) => counts.ticks * tick.readUnits,
  },
  { what: 'Ticks: logs', price: 'logs', amount: ({ counts, tick }) => counts.ticks * gigabytes(tick) },
];

/** For emails, including what precedes and follows them: rosters, plans, SES's feedback. */
const SENDING: readonly Row<{ emails: number; work: Usage }>[] = [
  { what: 'SES', price: 'email', amount: ({ emails }) => emails },
  { what: 'DynamoDB: writes', price: 'writeUnit', amount: ({ work }) => work.writeUnits },
  { what: 'DynamoDB: reads', price: 'readUnit', amount: ({ work }) => work.readUnits },
  { what: 'Lambda: invocations', price: 'invocation', amount: ({ work }) => work.invocations },
  { what: 'Lambda: time', price: 'gigabyteSecond', amount: ({ work }) => gigabyteSeconds(work) },
  // A message is put by the function or by a rule, received and deleted.
  {
    what: 'SQS',
    price: 'queueRequest',
    amount: ({ emails, work }) => work.queueRequests + 3 * (emails + work.invocations),
  },
  { what: 'EventBridge', price: 'event', amount: ({ work }) => work.events * EVENTS_A_CALL },
  { what: 'CloudTrail', price: 'dataEvent', amount: ({ work }) => work.objectRequests },
  { what: 'Logs', price: 'logs', amount: ({ work }) => gigabytes(work) },
];

/** The page with its costs as prices, templates and counts are now. */
export function withCosts(page: string, usage: ExampleUsage): string {
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  if (after === undefined)
    throw new Error(`Cannot write the costs because ${PAGE} must hold ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${costs(usage)}${END}${after}`;
}

function costs(usage: ExampleUsage): string {
  const { emails, filers, phases, launch, ticks, work } = usage;
  const tick = scaled(ticks, 1 / ticks.invocations);
  const waiting = { counts: templateCounts(), tick };
  const own = { emails, work };
  const many = { emails: EMAILS, work: scaled(work, EMAILS / emails) };
  const month = WAITING.map((row) => [
    row.what,
    amountOf(row, waiting),
    priceOf(row),
    dollars(total([row], waiting)),
  ]);
  const sending = SENDING.map((row) => [
    row.what,
    amountOf(row, own),
    priceOf(row),
    dollars(total([row], own)),
    dollars(total([row], many)),
  ]);
  return [
    `**Waiting costs ${dollars(total(WAITING, waiting))} a month, and ${count(EMAILS)} emails cost ${dollars(total(SENDING, many))}**: list prices of ${REGION}, as of ${oldest()} or later, without free tiers.\n`,
    table(['each month', 'how much', 'price', 'cost'], month),
    table(
      [
        'emails',
        `${launch}: ${count(emails)} emails to ${count(filers)} filers in ${phases} phases`,
        'price',
        'cost',
        `cost of ${count(EMAILS)}`,
      ],
      sending,
    ),
  ].join('\n');
}

function total<Of>(rows: readonly Row<Of>[], of: Of): number {
  return rows.reduce((sum, { amount, price }) => sum + costOf(amount(of), price), 0);
}

function amountOf<Of>({ amount, price }: Row<Of>, of: Of): string {
  const found = amount(of);
  const { unit } = PRICES[price];
  return `${count(found)} ${found === 1 ? unit.replace(/s$/, '') : unit}`;
}

function priceOf<Of>({ price }: Row<Of>): string {
  const { dollars: amount, per } = PRICES[price];
  const exact = { minimumFractionDigits: 2, maximumFractionDigits: 10 };
  return `$${amount.toLocaleString('en-US', exact)}${per === 1 ? '' : ` for ${count(per)}`}`;
}

function oldest(): string {
  return Object.values(PRICES)
    .map(({ asOf }) => asOf)
    .toSorted()[0]!;
}

function scaled(usage: Usage, factor: number): Usage {
  return Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, amount * factor])) as Usage;
}

function gigabyteSeconds({ invokedMegabytes }: Usage): number {
  return (invokedMegabytes / 1024) * INVOCATION_SECONDS;
}

function gigabytes({ logBytes }: Usage): number {
  return logBytes / 1024 ** 3;
}

function count(amount: number): string {
  return amount >= 10
    ? Math.round(amount).toLocaleString('en-US')
    : amount.toLocaleString('en-US', { maximumSignificantDigits: 2 });
}

function dollars(amount: number): string {
  return amount < 0.01 ? 'under $0.01' : `$${amount.toFixed(2)}`;
}
