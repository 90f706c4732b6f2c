import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { PhaseForecast } from '../../functions/domain/run/phase-forecast.ts';
import type { Settings } from '../../infra/settings.ts';

/** What was asked of the account or of DNS, or why no answer came: an error's name, such as AccessDeniedException. */
export type Asked<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly why: string };

/** What SES says of the account. */
export interface MailAccount {
  readonly productionAccess: boolean;
  readonly sendingEnabled: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly enforcement: string;
  readonly max24Hours: number;
  /** Emails a second. */
  readonly maxSendRate: number;
  /** Why SES suppresses an address: BOUNCE, COMPLAINT. */
  readonly suppressed: readonly string[];
}

/** What SES says of the sender's domain. */
export interface SenderIdentity {
  readonly verified: boolean;
  /** SUCCESS, PENDING, NOT_STARTED … */
  readonly dkim: string;
  readonly dkimTokens: readonly string[];
  readonly mailFrom: string | null;
  readonly mailFromStatus: string | null;
}

/** What the deployed stacks say. */
export interface DeployedStacks {
  /** Such as UPDATE_COMPLETE; `null` when there is no such stack. */
  readonly data: string | null;
  readonly pipeline: string | null;
  /** When the pipeline was last deployed, as an instant. */
  readonly deployedAt: string | null;
  readonly consoleAddress: string | null;
  readonly topic: string | null;
}

/** What was found in the account and in DNS. */
export interface AccountFacts {
  readonly region: string;
  readonly account: Asked<MailAccount>;
  /** `null` when SES doesn't know the domain. */
  readonly identity: Asked<SenderIdentity | null>;
  /** TXT records of the MAIL FROM domain, or of the sender's where there is none. */
  readonly spf: Asked<readonly string[]>;
  /** TXT records of `_dmarc` at the sender's domain. */
  readonly dmarc: Asked<readonly string[]>;
  /** Mail servers of the domain that replies go to. */
  readonly replyServers: Asked<readonly string[]>;
  readonly functionsAtOnce: Asked<number>;
  readonly stacks: Asked<DeployedStacks>;
  /** Why SES suppresses addresses for this launch's emails; `null`: as the account does. */
  readonly setSuppressed: Asked<readonly string[] | null>;
  /** Subscriptions of the alarm topic. */
  readonly alarmReceivers: Asked<{ readonly confirmed: number; readonly pending: number }>;
  /** Names of the launch's schedules: the ids of its phases. */
  readonly schedules: Asked<readonly string[]>;
  /** The HTTP status with which the console answers. */
  readonly consoleStatus: Asked<number>;
}

/** The launch that is to fit the account. */
export interface LaunchFacts {
  readonly plan: Plan;
  /** What it is deployed with. */
  readonly settings: Pick<Settings, 'name' | 'sender'>;
  /** What each phase would send; `null` when no roster was given. */
  readonly phases: readonly PhaseForecast[] | null;
  /** How many functions it may run at once. */
  readonly functionsNeeded: number;
  /** Now, as an instant. */
  readonly now: string;
}

/**
 * `ok`, `missing` (it must be done), `unknown` (it couldn't be asked), or `later` (it can't be there yet).
 */
export type Verdict = 'ok' | 'missing' | 'unknown' | 'later';

/** What is to be said of one thing. */
export interface Finding {
  readonly about: string;
  readonly verdict: Verdict;
  readonly text: string;
  /** What to do about it, one step a line. */
  readonly steps?: readonly string[];
}
