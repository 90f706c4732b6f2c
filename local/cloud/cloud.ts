import type { Temporal } from 'temporal-polyfill';
import type { RehearsalPlaces } from '../../functions/console/settings.ts';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Env } from '../../functions/lib/env.ts';
import { buildCloud } from './build.ts';
import type { ConsolePorts } from './console/console.ts';
import type { DeadLetter } from './dead-letters.ts';
import { type Endpoints, outsideEndpoints, type Service } from './endpoints.ts';
import type { BusEvent } from './events/pattern.ts';
import type { Schedule } from './events/schedule-book.ts';
import type { Denial } from './iam/access.ts';
import type { Failure, Listeners, Notice } from './journal.ts';
import type { LogLine } from './lambda/functions.ts';
import type { FeedbackOptions } from './ses/feedback.ts';
import type { SesLimits } from './ses/meter.ts';
import type { OutboxMail, SesOptions } from './ses/ses.ts';

export interface CloudOptions extends Listeners {
  /**
   * Whose time it is. On a virtual clock nothing happens but in `settle` and `advanceTo`; on the machine's everything
   * runs by itself; on one that can be moved, both.
   * @default a virtual clock that starts now
   */
  readonly clock?: Clock;
  /**
   * Directory where tables, files and emails are kept.
   * @default in memory
   */
  readonly dataDir?: string;
  /**
   * Whether services outside keep the tables, files and messages of this launch. Otherwise a cloud begins and leaves
   * them empty.
   * @default false
   */
  readonly keepOutside?: boolean;
  /**
   * The launch's name, and the domain that its emails come from.
   * @default the example's
   */
  readonly launch?: { readonly name: string; readonly sender: string };
  /**
   * The functions' own modules, or what esbuild makes of them.
   * @default source
   */
  readonly functions?: 'source' | 'bundled';
  /** Limits, faults and outcomes of SES. */
  readonly ses?: Pick<
    SesOptions,
    'maxSendRate' | 'max24HourSend' | 'sandbox' | 'fault' | 'onAccepted' | 'zone'
  > &
    FeedbackOptions;
  /**
   * How often a schedule calls its target each time: Scheduler promises once at least.
   * @default 1
   */
  readonly scheduleDeliveries?: number;
  /** Pages beside the console that its strip leads to, besides the inbox. */
  readonly places?: Pick<RehearsalPlaces, 'clock'>;
  /**
   * Wished ports.
   * @default free ones
   */
  readonly ports?: Partial<Record<Service, number>> & ConsolePorts;
}

/** The whole launch as the template describes it, running in this process. */
export interface Cloud {
  readonly clock: Clock;
  readonly endpoints: Endpoints;
  /** Address of the web console. */
  readonly console: string;
  /** Address of who signs people in to it. */
  readonly signIn: string;
  /** Every variable of every function: for the clients of `functions/`. */
  readonly env: Env;
  /** The inbox bucket. */
  readonly bucket: string;
  /** Works until no event, message or invocation is left that is due now. Not on the machine's clock. */
  settle(): Promise<void>;
  /** Works through everything that comes due until an instant, and stops there; a clock that can be moved goes on
   * by itself then. Not on the machine's clock. */
  advanceTo(instant: Temporal.Instant | string): Promise<void>;
  /**
   * Invokes a function by its id in the template.
   * @throws Error when it fails.
   */
  invoke(functionId: string, event: unknown): Promise<unknown>;
  /** Uploads a file: `put('inbox/roster/august.csv', bytes)`. */
  put(key: string, content: Uint8Array | string): Promise<void>;
  /** Every object whose key starts so, by key. */
  read(prefix: string): Promise<Map<string, Uint8Array>>;
  /** Every email that SES took, oldest first; empty when SES is outside. */
  readonly outbox: readonly OutboxMail[];
  /** What the account may send; set it to change it. */
  readonly sesLimits: SesLimits;
  /** Crier's own events, oldest first. */
  readonly events: readonly BusEvent[];
  readonly log: readonly LogLine[];
  readonly failures: readonly Failure[];
  /** What people would be told, oldest first. */
  readonly notices: readonly Notice[];
  /** Calls that a function's role doesn't grant. */
  readonly denials: readonly Denial[];
  deadLetters(): Promise<DeadLetter[]>;
  /** The schedules that stand, by group and name. */
  schedules(): Schedule[];
  /** Ends everything and leaves nothing open. */
  stop(): Promise<void>;
}

let isRunning = false;

/**
 * Starts the embedded cloud from the synthesized template.
 * @throws Error when an `AWS_ENDPOINT_URL_…` leads away from this machine, when the template holds what the cloud
 * doesn't know, or when a function can't be built from what the template gives it.
 */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  if (isRunning) throw new Error('Cannot start a second cloud in one process: stop the first');
  const outside = outsideEndpoints(process.env);
  isRunning = true;
  const undo: (() => unknown)[] = [
    () => {
      isRunning = false;
    },
  ];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await buildCloud(options, { outside, undo })), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
