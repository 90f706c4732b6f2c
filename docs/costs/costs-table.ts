import { readFileSync } from 'node:fs';
import {
  gigabyteSeconds,
  gigabytes,
  ofEmails,
  ofLaunch,
  type Row,
  SENDING,
  scaledTo,
  TICKING,
  totalOf,
} from '../../functions/domain/cost/email-cost.ts';
import { PRICES, REGION } from '../../functions/domain/cost/prices.ts';
import {
  type RehearsalUsage,
  rehearsalSchema,
  sumOf,
  type Usage,
} from '../../functions/domain/cost/usage.ts';
import { table } from '../guides/markdown.ts';
import { type TemplateCounts, templateCounts } from './template-counts.ts';

/** The page with the costs, from the repository's root, and the marks around them. */
export const PAGE = 'docs/deploy.md';
const [BEGIN, END] = ['<!-- npm run costs -->', '<!-- end of the costs -->'];
/** Where the counts of the example's rehearsal are kept, from the repository's root. */
export const USAGE_FILE = 'functions/domain/cost/example.json';

/** Lambda starts with five pollers, each of which waits 20 seconds for a message. */
const POLLS_A_MONTH = (5 * 30 * 24 * 60 * 60) / 20;
const EMAILS = 100_000;

interface Month {
  readonly counts: TemplateCounts;
  readonly calls: number;
  /** What all calls of schedules used. */
  readonly ticks: Usage;
}

/** Every month, even while nothing is sent. */
const WAITING: readonly Row<Month>[] = [
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
  { what: 'Ticks: schedules', price: 'scheduledCall', amount: ({ calls }) => calls },
  { what: 'Ticks: Lambda’s time', price: 'gigabyteSecond', amount: ({ ticks }) => gigabyteSeconds(ticks) },
  { what: 'Ticks: DynamoDB’s reads', price: 'readUnit', amount: ({ ticks }) => ticks.readUnits },
  { what: 'Ticks: DynamoDB’s writes', price: 'writeUnit', amount: ({ ticks }) => ticks.writeUnits },
  { what: 'Ticks: logs', price: 'logs', amount: ({ ticks }) => gigabytes(ticks) },
];

/** The counts as they were last written. */
export function readUsage(): RehearsalUsage {
  return rehearsalSchema.parse(JSON.parse(readFileSync(USAGE_FILE, 'utf8')));
}

/** The page with its costs as prices, templates and counts are now. */
export function withCosts(page: string, usage: RehearsalUsage): string {
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  if (after === undefined)
    throw new Error(`Cannot write the costs because ${PAGE} must hold ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${costs(usage)}${END}${after}`;
}

function costs(usage: RehearsalUsage): string {
  const { emails, filers, phases, launch } = usage;
  const waiting = monthOf(usage);
  const own = ofEmails(usage);
  const others = ofLaunch(usage);
  const many = scaledTo(EMAILS, own);
  const month = WAITING.map((row) => [
    row.what,
    amountOf(row, waiting),
    priceOf(row),
    dollars(totalOf([row], waiting)),
  ]);
  const sending = SENDING.map((row) => [
    row.what,
    amountOf(row, own),
    priceOf(row),
    dollars(totalOf([row], own)),
    dollars(totalOf([row], many)),
    dollars(totalOf([row], others)),
  ]);
  const ses = totalOf(SENDING.slice(0, 1), many);
  const rest = totalOf(SENDING.slice(1), many);
  return [
    `**Waiting costs ${dollars(totalOf(WAITING, waiting))} a month, and ${count(EMAILS)} emails cost ${dollars(ses + rest)}**: list prices of ${REGION}, as of ${oldest()} or later, without free tiers. Everything but SES is ${percent(rest / ses)} of SES’s price. Each email takes ${(own.usage.writeUnits / own.emails).toFixed(2)} of DynamoDB’s write units over its whole life.\n`,
    table(['each month', 'how much', 'price', 'cost'], month),
    table(
      [
        'emails',
        `${launch}: ${count(emails)} emails to ${count(filers)} filers in ${phases} phases`,
        'price',
        'cost',
        `cost of ${count(EMAILS)}`,
        'rosters, plans and pages of the whole launch',
      ],
      sending,
    ),
  ].join('\n');
}

/** What a month's calls of schedules use. A rehearsal has fewer of them: nothing happens between its steps. */
function monthOf({ functions }: RehearsalUsage): Month {
  const counts = templateCounts();
  const used = TICKING.map((id) => sumOf([functions[id]!], counts.ticks[id]! / functions[id]!.invocations));
  const ticks = sumOf(used);
  return { counts, calls: ticks.invocations, ticks };
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

function percent(part: number): string {
  return `${(part * 100).toFixed(1)}%`;
}

function count(amount: number): string {
  return amount >= 10
    ? Math.round(amount).toLocaleString('en-US')
    : amount.toLocaleString('en-US', { maximumSignificantDigits: 2 });
}

function dollars(amount: number): string {
  return amount < 0.01 ? 'under $0.01' : `$${amount.toFixed(2)}`;
}
