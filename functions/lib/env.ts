/**
 * The environment variables of the functions. Each is named once: the constructs set them by these names,
 * the clients read them by these names.
 */
export const ENV = {
  /** The launch's name, such as `nysb-2018`. */
  launchName: 'CRIER_LAUNCH',
  /** Domains that a launch plan may use: JSON, see `AllowedDomains`. */
  allowedDomains: 'CRIER_ALLOWED_DOMAINS',
  /** Plans, the active roster pointer, phase acts: `pk`, `sk`. */
  launchTable: 'CRIER_LAUNCH_TABLE',
  /** Roster versions and their filers: `pk`, `sk`. */
  rosterTable: 'CRIER_ROSTER_TABLE',
  /** Runs, chunks, the gate: `pk`, `sk`. */
  deliveryTable: 'CRIER_DELIVERY_TABLE',
  /** Which restore brought attached tables: another value for each, or `no`. */
  restored: 'CRIER_RESTORED',
  /** Facts of sends: `pk`, `sk`, sparse index `attention`. */
  sendLogTable: 'CRIER_SEND_LOG_TABLE',
  /** Addresses that must not be emailed: `pk`, `sk`. */
  suppressionTable: 'CRIER_SUPPRESSION_TABLE',
  /** Uploads under `inbox/`, reports under `reports/`. */
  inboxBucket: 'CRIER_INBOX_BUCKET',
  /** Entries of the audit log, each written once. */
  auditBucket: 'CRIER_AUDIT_BUCKET',
  /** Prefix of the launch's queue URLs: prefix plus queue id (`ChunkQueue`) is the queue's URL. */
  queueAddress: 'CRIER_QUEUE_ADDRESS',
  /** Chunks to send: the queue's id. */
  chunkQueue: 'CRIER_CHUNK_QUEUE',
  /** For each dead-letter queue, the queue that its messages come from: JSON, ids. */
  deadLetters: 'CRIER_DEAD_LETTERS',
  /** Exports to write: the queue's id. */
  exportQueue: 'CRIER_EXPORT_QUEUE',
  /** Uploaded rosters and updates to read: the queue's id. */
  rosterInboxQueue: 'CRIER_ROSTER_INBOX_QUEUE',
  /** Uploaded launch plans to read: the queue's id. */
  launchInboxQueue: 'CRIER_LAUNCH_INBOX_QUEUE',
  /** Crier's own events go out here. */
  eventBus: 'CRIER_EVENT_BUS',
  /** One EventBridge Scheduler schedule per phase, all in this group. */
  scheduleGroup: 'CRIER_SCHEDULE_GROUP',
  /** The role that a schedule takes to start a phase. */
  scheduleRoleArn: 'CRIER_SCHEDULE_ROLE_ARN',
  /** The start-phase function: its ARN. */
  startPhaseArn: 'CRIER_START_PHASE_ARN',
  /** Where a schedule leaves what it couldn't deliver. */
  scheduleDeadLetterArn: 'CRIER_SCHEDULE_DEAD_LETTER_ARN',
  /** Who is signed in to the console: `pk`, `sk`. */
  sessionTable: 'CRIER_SESSION_TABLE',
  /** What people searched for, until it expires: `pk`, `sk`, `expiresAt`. */
  searchTable: 'CRIER_SEARCH_TABLE',
  /** Hours until a saved search expires. */
  searchHours: 'CRIER_SEARCH_HOURS',
  /** Address of the console: scheme and host. */
  consoleOrigin: 'CRIER_CONSOLE_ORIGIN',
  /** How people sign in to the console: JSON, see `SignInSettings`. */
  signIn: 'CRIER_SIGN_IN',
  /** How long data about people is kept: JSON, see `Retention`. */
  retention: 'CRIER_RETENTION',
  /** The function that erases people: its name. */
  erase: 'CRIER_ERASE',
  /** The launch's own user pool: its id. */
  userPool: 'CRIER_USER_POOL',
  /** The function that changes accounts of that pool: its name. Not set where a provider of the court has them. */
  managePeople: 'CRIER_MANAGE_PEOPLE',
  /** The function that writes the access log: its name. */
  recordAccess: 'CRIER_RECORD_ACCESS',
  /** Whom the launch may email: JSON, see `Recipients`. */
  recipients: 'CRIER_RECIPIENTS',
  /** The SES configuration set that publishes events. */
  configurationSet: 'CRIER_CONFIGURATION_SET',
} as const;

/** A variable's name. */
export type EnvName = (typeof ENV)[keyof typeof ENV];
/** The environment, as far as anything reads it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A variable's value. @throws Error when it is missing or empty. */
export function required(env: Env, name: EnvName): string {
  const value = env[name];
  if (!value) throw new Error(`Cannot start because the environment variable ${name} must be set`);
  return value;
}
