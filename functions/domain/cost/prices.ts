/** A list price of AWS. */
export interface Price {
  /** In US dollars, for `per` units. */
  readonly dollars: number;
  readonly per: number;
  readonly unit: string;
  /** Where it was read, and the date of that page or price list. */
  readonly source: string;
  readonly asOf: string;
}

/** The region whose prices these are. */
export const REGION = 'us-east-1';

const MILLION = 1_000_000;
const CLOUDWATCH = 'aws.amazon.com/cloudwatch/pricing';
const LAMBDA = 'aws.amazon.com/lambda/pricing';
const DYNAMODB = 'aws.amazon.com/dynamodb/pricing/on-demand';

/** Every price that the cost table uses, without free tiers. When you check a source again, change price and date together. */
export const PRICES = {
  email: {
    dollars: 0.16,
    per: 1000,
    unit: 'emails',
    source: 'AWS Price List, AmazonSES 20260722172054',
    asOf: '2026-07-22',
  },
  alarmMetric: { dollars: 0.1, per: 1, unit: 'alarm metrics', source: CLOUDWATCH, asOf: '2026-05-05' },
  compositeAlarm: { dollars: 0.5, per: 1, unit: 'composite alarms', source: CLOUDWATCH, asOf: '2026-06-13' },
  customMetric: { dollars: 0.3, per: 1, unit: 'metrics', source: CLOUDWATCH, asOf: '2026-05-05' },
  dashboard: { dollars: 3, per: 1, unit: 'dashboards', source: CLOUDWATCH, asOf: '2026-06-13' },
  logs: { dollars: 0.5, per: 1, unit: 'GB of logs', source: CLOUDWATCH, asOf: '2026-05-05' },
  key: { dollars: 1, per: 1, unit: 'keys', source: 'aws.amazon.com/kms/pricing', asOf: '2026-03-14' },
  queueRequest: {
    dollars: 0.4,
    per: MILLION,
    unit: 'requests',
    source: 'aws.amazon.com/sqs/pricing',
    asOf: '2026-03-14',
  },
  event: {
    dollars: 1,
    per: MILLION,
    unit: 'events',
    source: 'aws.amazon.com/eventbridge/pricing',
    asOf: '2026-03-13',
  },
  scheduledCall: {
    dollars: 1,
    per: MILLION,
    unit: 'calls',
    source: 'aws.amazon.com/eventbridge/pricing',
    asOf: '2026-03-13',
  },
  invocation: { dollars: 0.2, per: MILLION, unit: 'invocations', source: LAMBDA, asOf: '2026-09-20' },
  gigabyteSecond: { dollars: 0.0000133334, per: 1, unit: 'GB-seconds', source: LAMBDA, asOf: '2026-05-11' },
  writeUnit: { dollars: 0.625, per: MILLION, unit: 'writes', source: DYNAMODB, asOf: '2025-07-21' },
  readUnit: { dollars: 0.125, per: MILLION, unit: 'reads', source: DYNAMODB, asOf: '2025-07-21' },
  dataEvent: {
    dollars: 0.1,
    per: 100_000,
    unit: 'events',
    source: 'aws.amazon.com/cloudtrail/pricing',
    asOf: '2025-07-15',
  },
} as const satisfies Record<string, Price>;

/** The name of a price. */
export type PriceName = keyof typeof PRICES;

/** What an amount costs, in US dollars. */
export function costOf(amount: number, price: PriceName): number {
  const { dollars, per } = PRICES[price];
  return (amount * dollars) / per;
}
