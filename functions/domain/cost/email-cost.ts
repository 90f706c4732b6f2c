import counted from './example.json' with { type: 'json' };
import { costOf, PRICES, type PriceName } from './prices.ts';
import { type RehearsalUsage, sumOf, type Usage } from './usage.ts';

/** One thing that AWS bills. For another, add a row, and its price where there is none. */
export interface Row<Of> {
  readonly what: string;
  readonly price: PriceName;
  readonly amount: (of: Of) => number;
}

/** Emails, and what Crier's functions used for them. */
export interface Sending {
  readonly emails: number;
  readonly usage: Usage;
}

/** A call of PutEvents may hold this many. */
const EVENTS_A_CALL = 10;
/** What SES publishes about nearly every email: that it was sent, and what became of it. */
const FEEDBACK_AN_EMAIL = 2;

/** What costs more the more emails are sent. */
export const SENDING: readonly Row<Sending>[] = [
  { what: 'SES', price: 'email', amount: ({ emails }) => emails },
  { what: 'DynamoDB: writes', price: 'writeUnit', amount: ({ usage }) => usage.writeUnits },
  { what: 'DynamoDB: reads', price: 'readUnit', amount: ({ usage }) => usage.readUnits },
  { what: 'Lambda: invocations', price: 'invocation', amount: ({ usage }) => usage.invocations },
  { what: 'Lambda: time', price: 'gigabyteSecond', amount: ({ usage }) => gigabyteSeconds(usage) },
  {
    what: 'SQS',
    price: 'queueRequest',
    // A rule puts each event of SES; each batch is received and deleted. A function's own messages are in its requests.
    amount: ({ emails, usage }) => usage.queueRequests + FEEDBACK_AN_EMAIL * emails + 2 * usage.invocations,
  },
  { what: 'EventBridge', price: 'event', amount: ({ usage }) => usage.events * EVENTS_A_CALL },
  { what: 'CloudTrail', price: 'dataEvent', amount: ({ usage }) => usage.objectRequests },
  { what: 'Logs', price: 'logs', amount: ({ usage }) => gigabytes(usage) },
];

/** Functions that work for each email: they start phases, send, and record what became of it. */
const EMAIL_FUNCTIONS = ['StartPhase', 'ReleasePhase', 'SendEmail', 'RecordFeedback'];
/** Functions that a schedule calls, whether emails are sent or not. */
export const TICKING = ['Sweep', 'NotifyStaff', 'Erase'];

/** The rehearsal of the example launch, as `npm run costs -- --count` counted it. */
export const EXAMPLE: RehearsalUsage = counted;

/** What was used for the emails of a rehearsal alone. */
export function ofEmails({ emails, functions }: RehearsalUsage): Sending {
  return { emails, usage: sumOf(only(functions, (name) => EMAIL_FUNCTIONS.includes(name))) };
}

/** What was used for rosters, plans and people: once for each launch, however many phases it has. */
export function ofLaunch({ functions }: RehearsalUsage): Sending {
  const usage = sumOf(only(functions, (name) => ![...EMAIL_FUNCTIONS, ...TICKING].includes(name)));
  return { emails: 0, usage };
}

/** The same for another number of emails. */
export function scaledTo(emails: number, of: Sending): Sending {
  return { emails, usage: sumOf([of.usage], emails / of.emails) };
}

/** What rows cost together, in US dollars. */
export function totalOf<Of>(rows: readonly Row<Of>[], of: Of): number {
  return rows.reduce((sum, { amount, price }) => sum + costOf(amount(of), price), 0);
}

/** What emails will cost, by list prices and the counts of the example, in US dollars. */
export function costOfEmails(emails: number): { readonly dollars: number; readonly asOf: string } {
  return { dollars: totalOf(SENDING, scaledTo(emails, ofEmails(EXAMPLE))), asOf: PRICES.email.asOf };
}

/** The time that Lambda bills. */
export function gigabyteSeconds({ megabyteSeconds }: Usage): number {
  return megabyteSeconds / 1024;
}

/** What logs are billed by. */
export function gigabytes({ logBytes }: Usage): number {
  return logBytes / 1024 ** 3;
}

function only(functions: RehearsalUsage['functions'], isWanted: (name: string) => boolean): Usage[] {
  return Object.entries(functions)
    .filter(([name]) => isWanted(name))
    .map(([, usage]) => usage);
}
