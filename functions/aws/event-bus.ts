import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { offerAll } from '../lib/backoff.ts';
import { ENV, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import { eventBridge } from './clients.ts';

/** The kinds of event on Crier's own bus. Each detail holds ids, codes and counts only. */
export const EVENT_KINDS = [
  'RosterIngested',
  'RosterHeld',
  'RosterRefused',
  'RosterAwaited',
  'LaunchPlanned',
  'LaunchPending',
  'LaunchRefused',
  'UploadUnknown',
  'PhaseStarted',
  'PhaseCompleted',
  'PhaseHeld',
  'PhaseMissed',
  'SendsNeedAttention',
  'TestUndelivered',
] as const;
/** A kind of event: its detail type on the bus. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** An event as it is published. */
interface CrierEvent {
  readonly kind: EventKind;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Publishes Crier's events, to which operations may subscribe. */
export interface EventPublisher {
  /** @throws Error when the bus refuses some of them after several tries. */
  publish(events: readonly CrierEvent[]): Promise<void>;
}

const BATCH_SIZE = 10;
const TRIES = 5;

/** Publishes on the bus that the environment names; only failed entries are put again. */
export function eventPublisher(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: EventBridgeClient = eventBridge(),
): EventPublisher {
  const bus = required(env, ENV.eventBus);
  const launch = required(env, ENV.launchName);

  async function put(batch: readonly CrierEvent[]): Promise<void> {
    const all = batch.map(({ kind, detail }) => ({
      EventBusName: bus,
      Source: 'crier',
      DetailType: kind,
      Time: new Date(clock.now().epochMilliseconds),
      Detail: JSON.stringify({ launch, ...detail }),
    }));
    await offerAll(
      all,
      async (entries) => {
        const answer = await client.send(new PutEventsCommand({ Entries: [...entries] }));
        return entries.filter((_, index) => answer.Entries?.[index]?.ErrorCode);
      },
      {
        clock,
        tries: TRIES,
        milliseconds: (attempt) => 100 * 2 ** attempt,
        failure: (left) => `Cannot publish events because ${left} are still refused`,
      },
    );
  }

  return {
    publish: async (events) => {
      for (const batch of chunked(events, BATCH_SIZE)) await put(batch);
    },
  };
}
