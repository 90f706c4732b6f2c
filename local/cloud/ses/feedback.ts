import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Agenda } from '../clock/agenda.ts';
import { steppingOf } from '../clock/movable.ts';
import { type Buses, DEFAULT_BUS, type NewEvent } from '../events/buses.ts';
import type { Template } from '../template/template.ts';
import {
  EVENT_DELAYS,
  type EventDelays,
  type Outcome,
  outcomeOf,
  type SesEvent,
  sesEvents,
} from './events.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** What SES says of emails after they were taken. */
export interface FeedbackOptions {
  /**
   * What becomes of an email.
   * @default as the simulator's addresses say; all others get it
   */
  readonly outcome?: (mail: OutboxMail) => Outcome | undefined;
  /** Seconds until each event. */
  readonly eventDelays?: Partial<EventDelays>;
  /** SES publishes events once, twice or never: none is a fault of its own. */
  readonly eventFault?: (event: SesEvent) => 'lost' | 'twice' | null;
}

/** Events of about the same time come together, as from SES itself; it also keeps a rehearsal short. */
const BURST_SECONDS = 5;

interface FeedbackParts {
  readonly template: Template;
  readonly clock: Clock;
  readonly agenda: Agenda;
  /** Data of earlier runs: events that a function has handled don't come again. */
  readonly kept: { readonly handled: { includes(event: NewEvent): boolean } } | null;
}

/** Publishes what becomes of emails, as the configuration sets of the template ask for it. */
export function sesFeedback(
  { template, clock, agenda, kept }: FeedbackParts,
  { buses, options }: { buses: Pick<Buses, 'put'>; options: FeedbackOptions },
): (mail: OutboxMail) => void {
  const wanted = wantedEvents(template);
  const delays = { ...EVENT_DELAYS, ...options.eventDelays };

  return (mail) => {
    const outcome = options.outcome?.(mail) ?? outcomeOf(mail);
    for (const event of sesEvents(mail, { outcome, delays })) {
      if (!wanted.get(mail.configurationSet ?? '')?.has(event.type.toLowerCase())) continue;
      if (kept?.handled.includes(event.event)) continue;
      const fault = options.eventFault?.(event) ?? null;
      if (fault === 'lost') continue;
      const put = async () => void (await buses.put(DEFAULT_BUS, event.event));
      const at = steppingOf(clock) ? endOfBurst(event.at) : event.at;
      for (let time = 0; time < (fault === 'twice' ? 2 : 1); time++) agenda.add(at, put);
    }
  };
}

/** Types of event that each configuration set hands to EventBridge, in lower case. */
function wantedEvents(template: Template): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { properties } of template.ofType('AWS::SES::ConfigurationSetEventDestination')) {
    const { ConfigurationSetName, EventDestination } = properties as {
      ConfigurationSetName: string;
      EventDestination: { Enabled?: boolean; MatchingEventTypes: string[]; EventBridgeDestination?: object };
    };
    if (EventDestination.Enabled === false || !EventDestination.EventBridgeDestination) continue;
    const types = EventDestination.MatchingEventTypes.map((type) => type.replaceAll('_', '').toLowerCase());
    wanted.set(ConfigurationSetName, new Set([...(wanted.get(ConfigurationSetName) ?? []), ...types]));
  }
  return wanted;
}

function endOfBurst(at: Temporal.Instant): Temporal.Instant {
  const burst = BURST_SECONDS * 1000;
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(at.epochMilliseconds / burst) * burst);
}
