import type { RehearsalPlaces } from '../../functions/console/settings.ts';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Settings } from '../../infra/settings.ts';
import type { PageKey } from '../lib/page-key.ts';
import type { ConsolePorts } from './console/console.ts';
import type { Service } from './endpoints.ts';
import type { Faults } from './faults.ts';
import type { FunctionCall } from './iam/access.ts';
import type { Listeners } from './journal.ts';
import type { FeedbackOptions } from './ses/feedback.ts';
import type { SesOptions } from './ses/ses.ts';

/** How a cloud is started. */
export interface CloudOptions extends Listeners {
  /**
   * The time in the cloud. On a virtual clock things happen only in `settle` and `advanceTo`, on the machine's clock at
   * their time; on a movable clock both.
   * @default a virtual clock that starts now
   */
  readonly clock?: Clock;
  /**
   * Directory where tables, files and emails are kept.
   * @default in memory
   */
  readonly dataDir?: string;
  /**
   * Hears when these can't be written, as on a full disk. The cloud must end then: a file may hold half a record.
   * @default the request that needed it fails
   */
  readonly onDiskError?: (error: unknown) => void;
  /** Hears of every call that a function makes to a service. */
  readonly onCall?: (call: FunctionCall) => void;
  /**
   * Whether services outside keep this launch's tables, files and messages. Otherwise they are deleted at the start and
   * at the end.
   * @default false
   */
  readonly keepOutside?: boolean;
  /**
   * The launch's name, and the domain that its emails come from.
   * @default the example's
   */
  readonly launch?: {
    readonly name: string;
    readonly sender: string;
    /** Domains that its plans may use. @default uscourts.gov */
    readonly linkDomains?: readonly string[];
  };
  /**
   * Restored tables instead of the launch's own, as the settings name them. They must be made before anything runs.
   * @default none
   */
  readonly restored?: Pick<Settings, 'restoredTables' | 'restoredTo'>;
  /**
   * Whether the functions run from their source, or from the bundles that are deployed.
   * @default source
   */
  readonly functions?: 'source' | 'bundled';
  /** Limits, faults and outcomes of SES. */
  readonly ses?: Pick<
    SesOptions,
    'maxSendRate' | 'max24HourSend' | 'sandbox' | 'fault' | 'onAccepted' | 'zone'
  > &
    FeedbackOptions;
  /** What goes wrong besides SES. @default nothing */
  readonly faults?: Faults;
  /**
   * How often a schedule calls its target each time it is due. Scheduler delivers at least once, so more is a test.
   * @default 1
   */
  readonly scheduleDeliveries?: number;
  /**
   * Addresses of further pages on this machine to which the console links, beside the inbox.
   * @default none
   */
  readonly places?: Pick<RehearsalPlaces, 'clock'>;
  /**
   * What opens its pages, where other pages of the same start are opened by it.
   * @default a key of its own
   */
  readonly pageKey?: PageKey;
  /**
   * Ports to listen on; one that is taken is replaced by a free one.
   * @default free ones
   */
  readonly ports?: Partial<Record<Service, number>> & ConsolePorts;
}
