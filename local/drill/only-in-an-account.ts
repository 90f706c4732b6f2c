/** An alarm whose cause can't be brought about on one machine. */
export interface AccountAlarm {
  /** Its title; a composite one covers its parts as well. */
  readonly of: string;
  readonly why: string;
}

const NO_LINES = 'The function logs no errors now: they reach its caller and count as failed calls.';

/** Alarms that can be tried in an account only: docs/runbook.md#try-the-alarms says how. */
export const ONLY_IN_AN_ACCOUNT: readonly AccountAlarm[] = [
  { of: 'Functions are throttled', why: "Lambda counts calls beyond the account's concurrency." },
  {
    of: 'Tables are throttled',
    why: 'DynamoDB counts throttled requests, and the alarm adds up several of its metrics.',
  },
  { of: 'Too many bounces', why: "SES computes the account's and the launch's bounce rate." },
  { of: 'Too many complaints', why: "SES computes the account's and the launch's complaint rate." },
  { of: 'A backup failed', why: 'AWS Backup counts its jobs, and the alarm adds up several of its metrics.' },
  ...['ActivateRoster', 'Act', 'Erase', 'ManagePeople', 'RecordAccess'].map((id) => ({
    of: `${id} reports errors`,
    why: NO_LINES,
  })),
];

/** The functions that are listed because they log no line of level ERROR. */
export const WITHOUT_ERROR_LINES: readonly string[] = ONLY_IN_AN_ACCOUNT.filter(
  ({ why }) => why === NO_LINES,
).map(({ of }) => of.replace(' reports errors', ''));

/** Why an alarm can be tried in an account only; `null`: a drill must trigger it. */
export function whyOnlyInAnAccount(title: string): string | null {
  const found = ONLY_IN_AN_ACCOUNT.find(({ of }) => title === of || title.startsWith(`${of} (`));
  return found?.why ?? null;
}
