import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { PhaseForecast } from '../../functions/domain/run/phase-forecast.ts';
import type { Settings } from '../../infra/settings.ts';
import type { Templates } from './compare-templates.ts';

/** What was asked of the account or of DNS, or why it isn't known: an error's name, such as AccessDeniedException. */
export type Asked<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly why: string };

/** What SES says about the account. */
export interface MailAccount {
  readonly productionAccess: boolean;
  readonly sendingEnabled: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly enforcement: string;
  /** Emails in 24 hours; infinite where SES sets no limit. */
  readonly max24Hours: number;
  readonly sentLast24Hours: number;
  /** Emails a second. */
  readonly maxSendRate: number;
  /** Why SES suppresses an address: BOUNCE, COMPLAINT. */
  readonly suppressed: readonly string[];
}

/** What SES says about the sender's domain. */
export interface SenderIdentity {
  readonly verified: boolean;
  /** SUCCESS, PENDING, NOT_STARTED … */
  readonly dkim: string;
  /** Whether SES signs with it. */
  readonly dkimSigning: boolean;
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
  /** Name of the function that schedules call. */
  readonly startPhase: string | null;
}

/** A schedule of the launch, as EventBridge Scheduler has it. */
export interface FoundSchedule {
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  /** ENABLED or DISABLED. */
  readonly state: string;
  /** ARN of what it calls. */
  readonly target: string;
  /** What it hands over, as JSON. */
  readonly input: string;
}

/** Who has subscribed to the alarm topic. */
export interface AlarmReceivers {
  /** Their endpoints, such as addresses. Never shown. */
  readonly confirmed: readonly string[];
  /** How many have not confirmed yet. */
  readonly pending: number;
}

/** A DMARC record, and the name at which it was found. */
export interface DmarcRecord {
  readonly name: string;
  readonly text: string;
}

/** A restored table that the settings name. */
export interface RestoredTable {
  /** The id of the table that it replaces: `SendLogTable`. */
  readonly id: string;
  readonly name: string;
  /** `null` when there is no such table. */
  readonly found: {
    readonly isActive: boolean;
    readonly indexes: readonly string[];
    /** Protected from deletion. */
    readonly isProtected: boolean;
    /** To a point in time. */
    readonly isRecoverable: boolean;
    /** The attribute by which items expire. */
    readonly timeToLive: string | null;
  } | null;
}

/** What a table of the launch has. */
export interface TableShape {
  readonly indexes: readonly string[];
  readonly timeToLive: string | null;
}

/** A test message that SES took, and what a person has confirmed; `null`: no one has said. */
export interface TestMessage {
  readonly arrived: boolean | null;
  /** A reply to it, at the help desk. */
  readonly replyArrived: boolean | null;
}

/** What was found in the account and in DNS. */
export interface AccountFacts {
  readonly region: string;
  readonly account: Asked<MailAccount>;
  /** `null` when SES doesn't know the domain. */
  readonly identity: Asked<SenderIdentity | null>;
  /** TXT records of the MAIL FROM domain; `null` when the sender has none. */
  readonly spf: Asked<readonly string[] | null>;
  /** Of the sender's domain, or of the next domain above that has one; `null` when none has. */
  readonly dmarc: Asked<DmarcRecord | null>;
  /** Mail servers of the domain that replies go to. */
  readonly replyServers: Asked<readonly string[]>;
  /** How many functions may run at once, besides what other functions of the account have reserved. */
  readonly functionsAtOnce: Asked<number>;
  readonly stacks: Asked<DeployedStacks>;
  /** The templates that the stacks were deployed from. */
  readonly templates: Asked<Templates>;
  /**
   * Why SES suppresses addresses for this launch's emails, where `reasons` is `null`: as the account does. `null` when it
   * doesn't know the launch's configuration set.
   */
  readonly setSuppressed: Asked<{ readonly reasons: readonly string[] | null } | null>;
  readonly alarmReceivers: Asked<AlarmReceivers>;
  /** `null` when there is no group of schedules for this launch. */
  readonly schedules: Asked<readonly FoundSchedule[] | null>;
  /** The HTTP status with which the console answers. */
  readonly consoleStatus: Asked<number>;
  readonly restored: Asked<readonly RestoredTable[]>;
  /** `null`: none was sent. */
  readonly testMessage: Asked<TestMessage | null>;
}

/** The launch that is to fit the account. */
export interface LaunchFacts {
  readonly plan: Plan;
  /** What it is deployed with; `null` without a settings file. */
  readonly settings: Pick<Settings, 'name' | 'sender' | 'senderIdentity' | 'alarmEmails' | 'stage'> | null;
  /** What this checkout would deploy; `null` when it wasn't built, since there is nothing to compare it with. */
  readonly built: Templates | null;
  /** What each phase would send; `null` when no roster was given. */
  readonly phases: readonly PhaseForecast[] | null;
  /** How many functions it may run at once. */
  readonly functionsNeeded: number;
  /** Its tables, by id. */
  readonly tables: Readonly<Record<string, TableShape>>;
  /** Now, as an instant. */
  readonly now: string;
}

/**
 * `ok`, `missing` (it must be done), `not-checked` (it isn't known, and why), or `later` (it can't be there yet).
 */
export type Verdict = 'ok' | 'missing' | 'not-checked' | 'later';

/** What is to be said of one thing. */
export interface Finding {
  readonly about: string;
  readonly verdict: Verdict;
  readonly text: string;
  /** What to do about it, one step a line. */
  readonly steps?: readonly string[];
}
