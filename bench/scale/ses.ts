import type { Mail, Mailer } from '../../functions/aws/ses.ts';
import type { Attempt } from '../../functions/domain/run/run.ts';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Random } from '../../test/simulation/random.ts';
import type { Queue } from './consumers.ts';

/** SES answers in about 170 ms; its events come soon after an email, and some seconds later. */
const ANSWER_MILLISECONDS = 120;
const ANSWER_SPREAD = 101;
const SEND_EVENT_MILLISECONDS = 1000;
const DELIVERY_MILLISECONDS = 5000;
const EVENTS_AN_EMAIL = 2;

/** SES, as far as a phase meets it. */
export interface SimulatedSes {
  readonly mailer: Pick<Mailer, 'send'>;
  /** When each email was handed over, in epoch milliseconds. */
  readonly starts: readonly number[];
  mailOf(attempt: Attempt): Mail;
  /** Resolves once this many emails are sent. */
  sent(emails: number): Promise<void>;
  /** Resolves once the events of all emails are recorded. */
  told(): Promise<void>;
  /** Counts events that are recorded. */
  recorded(events: number): void;
  /** The most events that waited for the recorder at once. */
  mostWaiting(): number;
}

interface SesOptions {
  readonly clock: Clock;
  readonly dice: Random;
  readonly events: Queue;
  readonly runId: string;
}

/** SES that takes every email, and publishes that it was sent and delivered. */
export function simulatedSes({ clock, dice, events, runId }: SesOptions): SimulatedSes {
  const starts: number[] = [];
  let wanted = Number.POSITIVE_INFINITY;
  let open = 0;
  let most = 0;
  const allSent = Promise.withResolvers<void>();
  const allTold = Promise.withResolvers<void>();

  async function publish(milliseconds: number, body: string): Promise<void> {
    await clock.sleep(milliseconds);
    events.push([body]);
    most = Math.max(most, events.waiting());
  }

  return {
    starts,
    mailOf: ({ filerId }) => ({
      from: 'clerk@example.gov',
      to: 'filer@example.com',
      raw: new Uint8Array(),
      tags: { run: runId, filer: filerId, attempt: 1 },
    }),
    mailer: {
      send: async ({ tags }) => {
        const at = clock.now();
        starts.push(at.epochMilliseconds);
        const messageId = `m-${starts.length}`;
        open += EVENTS_AN_EMAIL;
        await clock.sleep(ANSWER_MILLISECONDS + dice.below(ANSWER_SPREAD));
        const mail = { timestamp: at.toString(), messageId, tags: listed(tags) };
        const bodyOf = (detail: object) => JSON.stringify({ source: 'aws.ses', detail: { mail, ...detail } });
        void publish(SEND_EVENT_MILLISECONDS, bodyOf({ eventType: 'Send' }));
        const delivery = { timestamp: at.toString() };
        void publish(DELIVERY_MILLISECONDS, bodyOf({ eventType: 'Delivery', delivery }));
        if (starts.length === wanted) allSent.resolve();
        return { outcome: 'sent', messageId };
      },
    },
    sent: (emails) => {
      wanted = emails;
      if (starts.length >= emails) allSent.resolve();
      return allSent.promise;
    },
    told: () => (open === 0 ? Promise.resolve() : allTold.promise),
    recorded: (count) => {
      open -= count;
      if (open === 0 && starts.length >= wanted) allTold.resolve();
    },
    mostWaiting: () => most,
  };
}

/** Tags as SES's events have them. */
function listed(tags: Mail['tags']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [String(value)]]));
}
