import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Agenda } from '../clock/agenda.ts';
import { steppingOf } from '../clock/movable.ts';
import { type Buses, DEFAULT_BUS, type NewEvent } from '../events/buses.ts';
import { eventPattern } from '../events/pattern.ts';
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

/** Publishes what SES says of emails. */
export interface Feedback {
  /** Publishes what becomes of an email, each event at its time. */
  publish(mail: OutboxMail): void;
  /**
   * Publishes again what the template's archive holds of a time range. The events are re-created from the emails: an
   * archive holds every event, including those that a function has handled.
   * @throws Error when the template has no archive.
   */
  replay(mails: readonly OutboxMail[], span: Span): void;
}

/** From one instant until another. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Publishes what becomes of emails, as the configuration sets of the template ask for it. */
export function sesFeedback(
  { template, clock, agenda, kept }: FeedbackParts,
  { buses, options }: { buses: Pick<Buses, 'put'>; options: FeedbackOptions },
): Feedback {
  const wanted = wantedEvents(template);
  const delays = { ...EVENT_DELAYS, ...options.eventDelays };

  function* eventsOf(mail: OutboxMail): Iterable<SesEvent & { readonly times: number }> {
    const outcome = options.outcome?.(mail) ?? outcomeOf(mail);
    for (const event of sesEvents(mail, { outcome, delays })) {
      if (!wanted.get(mail.configurationSet ?? '')?.has(event.type.toLowerCase())) continue;
      const fault = options.eventFault?.(event) ?? null;
      if (fault !== 'lost') yield { ...event, times: fault === 'twice' ? 2 : 1 };
    }
  }

  const put = (event: NewEvent) => async () => void (await buses.put(DEFAULT_BUS, event));
  return {
    publish: (mail) => {
      for (const { event, at, times } of eventsOf(mail)) {
        if (kept?.handled.includes(event)) continue;
        const due = steppingOf(clock) ? endOfBurst(at) : at;
        for (let time = 0; time < times; time++) agenda.add(due, put(event));
      }
    },
    replay: (mails, { from, to }) => {
      const isArchived = archivedBy(template);
      for (const { event, at } of mails.flatMap((mail) => [...eventsOf(mail)])) {
        const isInSpan = Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, to) < 0;
        if (isInSpan && isArchived(event)) agenda.add(clock.now(), put(event));
      }
    },
  };
}

/** What the template's archive holds. */
function archivedBy(template: Template): (event: NewEvent) => boolean {
  const [archive] = template.ofType('AWS::Events::Archive');
  if (!archive)
    throw new Error('Cannot replay events because the template must have an archive: it has none');
  const { EventPattern } = archive.properties as { EventPattern: unknown };
  const matches = eventPattern(EventPattern);
  return ({ source, detailType, detail }) => matches({ source, 'detail-type': detailType, detail });
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
