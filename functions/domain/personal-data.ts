/** What an erasure does to a store. */
type ErasureEffect =
  /** Everything that names the person is deleted. */
  | 'deleted'
  /** A tombstone under a random id is left, which counts what happened. */
  | 'counted'
  /** Only keyed hashes of addresses are left. */
  | 'hashed'
  /** It names filers only by id. The ids stay, as the record of what was done. */
  | 'ids stay'
  /** Nothing is done: it expires on its own schedule, as `kept` says. */
  | 'expires';

/** A store that holds data of filers, or of the people who work with them. */
export interface PersonalDataStore {
  /** The resource's id in the templates; `*DeadLetters` are all of them. With the prefix in a bucket. */
  readonly place: string;
  /** What it holds about people. */
  readonly holds: string;
  /** How long, and which setting controls it. */
  readonly kept: string;
  /** Who can read it besides an administrator of the account. */
  readonly readers: string;
  readonly erasure: ErasureEffect;
  /**
   * Of a table: its kinds of items by partition key, `*` for what differs, with the attribute by which DynamoDB deletes
   * each; `null`: it stays as long as `kept` says.
   */
  readonly items?: Readonly<Record<string, 'expiresAt' | 'deleteAfter' | null>>;
}

/** The attribute by which an item ends; `undefined`: the table has no such kind of item. @param pk Its partition key. */
export function endOfItem({ items = {} }: PersonalDataStore, pk: string): string | null | undefined {
  const found = Object.entries(items).find(([kind]) => {
    const [before = '', after] = kind.split('*');
    return after === undefined ? pk === kind : pk.startsWith(before) && pk.length > before.length;
  });
  return found?.[1];
}

/** Where personal data is kept: one list, which docs/security.md shows. A test compares it with what an erasure does. */
export const PERSONAL_DATA: readonly PersonalDataStore[] = [
  {
    place: 'RosterTable',
    holds: 'Every filer of every roster version: names, addresses, phone, firm, bar id, login, account facts',
    kept: 'Active versions and those that a run used: until erased. Others: `roster.keepDays` of the plan',
    readers: 'Console (all roles), phone list, senders',
    erasure: 'deleted',
    // Last, filers by version.
    items: { version: null, content: null, tries: null, readiness: null, '2*': null },
  },
  {
    place: 'InboxBucket `inbox/roster/` `inbox/update/`',
    holds: 'Uploaded rosters and updates, unchanged',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Intake only',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `reports/roster/` `reports/update/`',
    holds: 'Upload reports: rows with problems, quoted as they were',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console (all roles)',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `search/`',
    holds:
      'Names, and words from names, addresses, firms, bar ids, phone numbers and logins, with filer ids; who needs a call, by name',
    kept: 'As long as the roster version',
    readers: 'Console (all roles)',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `exports/`',
    holds: 'Exports of the send log: names, addresses, what was sent',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console, roles that may export',
    erasure: 'deleted',
  },
  {
    place: 'SendLogTable',
    holds: 'What was sent to whom and what happened, by filer id; no name or address',
    kept: 'As long as the launch',
    readers: 'Console (all roles), operations staff',
    erasure: 'counted',
    items: { '*': null },
  },
  {
    place: 'DeliveryTable',
    holds:
      'Who each run emails, which dates they were told, and calls to filers with their notes, by filer id',
    kept: 'As long as the launch',
    readers: 'Senders, console',
    erasure: 'deleted',
    items: { runs: null, 'run#*': null, counts: null, gate: null, 'call#*': null, 'call-status': null },
  },
  {
    place: 'SuppressionTable',
    holds: 'Keyed hashes of addresses that are never emailed, and why',
    kept: 'As long as the launch, or the setting `suppressionDays`',
    readers: 'Console (all roles), senders',
    erasure: 'hashed',
    // Those under an address are from before the list was hashed, and are replaced within hours.
    items: { 'hash#*': null, 'address#*': null, key: null },
  },
  {
    place: 'LaunchTable',
    holds:
      'Plans, with names and addresses of the court’s staff; who each upload form was signed for (30 days); the suppression list’s hash key',
    kept: 'As long as the launch',
    readers: 'Console (all roles), operations staff',
    erasure: 'ids stay',
    items: {
      'staff-notices': null,
      plan: null,
      'plan-pending': null,
      'plan-draft': null,
      roster: null,
      'phase#*': null,
      act: null,
      secret: null,
      erase: null,
      'upload-form': 'deleteAfter',
      'upload-arrival': 'deleteAfter',
      'upload-requeue': 'deleteAfter',
      people: null,
      'role-grant': 'deleteAfter',
    },
  },
  {
    place: 'AuditBucket `entries/`',
    holds:
      'The audit log: what people did, by filer id and sign-in id, and the reasons they typed; no addresses',
    kept: 'Until deleted by hand; locked for the `auditDays` setting',
    readers: 'Console (all roles), operations staff',
    erasure: 'ids stay',
  },
  {
    place: 'AuditBucket `principals/`',
    holds:
      'Who uploaded or commanded outside the console: ARNs of roles, ids of IAM users; no names of sessions',
    kept: 'Until deleted by hand; locked for the `auditDays` setting',
    readers: 'Console (all roles), operations staff',
    erasure: 'ids stay',
  },
  {
    place: 'TrailBucket, PrincipalQueue and its dead letters',
    holds:
      'CloudTrail’s log of uploads and commands: IAM principals with their sessions’ names, which may be names or ' +
      'addresses of staff, and IP addresses; no filer',
    kept: '400 days; the queue 4 days at most, dead letters 14 days',
    readers: 'No one but an administrator; operations staff for dead letters',
    erasure: 'expires',
  },
  {
    place: 'InboxBucket `erasures/`',
    holds: 'Which filer ids were erased and when, with counts',
    kept: 'As long as the launch: after a restore they are applied again',
    readers: 'The function Erase, console (operations)',
    erasure: 'ids stay',
  },
  {
    place: 'InboxBucket `inbox/launch/` `reports/launch/`',
    holds: 'Uploaded plans and their reports: names and addresses of the court’s staff',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console',
    erasure: 'expires',
  },
  {
    place: 'FeedbackQueue and its dead letters',
    holds: 'SES events with the recipient’s address',
    kept: 'Seconds; 4 days at most, dead letters 14 days',
    readers: 'Feedback recording; operations staff for dead letters',
    erasure: 'expires',
  },
  {
    place: 'FeedbackArchive',
    holds: 'SES events with the recipient’s address, to be replayed after a restore',
    kept: '35 days',
    readers: 'No one but an administrator',
    erasure: 'expires',
  },
  {
    place: 'SearchTable',
    holds: 'What people searched for: mostly names',
    kept: 'Setting `searchHours`; not in point-in-time recovery',
    readers: 'Only the person who searched',
    erasure: 'deleted',
    items: { search: 'expiresAt' },
  },
  {
    place: 'StaffPool',
    holds: 'Accounts of users: sign-in id, name, address and role; no filer data',
    kept: 'Until deleted by hand',
    readers: 'Console (operations; names all roles)',
    erasure: 'ids stay',
  },
  {
    place: 'SessionTable',
    holds: 'Who is signed in: id, name and address of users; no filer data',
    kept: 'Settings `signInIdleMinutes` and `signInHours`; names by the setting `userNameDays`. Not in point-in-time recovery',
    readers: 'Console',
    erasure: 'expires',
    items: { session: 'expiresAt', person: 'expiresAt', test: 'expiresAt' },
  },
  {
    place: 'Access log',
    holds: 'Sign-ins and refused requests: sign-in ids and IP addresses of users and visitors; no filer',
    kept: 'Setting `accessLogDays`',
    readers: 'Operations staff',
    erasure: 'expires',
  },
  {
    place: 'Logs of the functions',
    holds: 'Codes, filer ids, sign-in ids; no name or address of a filer',
    kept: 'One year',
    readers: 'Operations staff',
    erasure: 'ids stay',
  },
  {
    place: 'Point-in-time recovery of the tables',
    holds: 'All tables as they were',
    kept: '35 days',
    readers: 'No one but an administrator',
    erasure: 'expires',
  },
  {
    place: 'BackupVault',
    holds: 'Daily copies of the tables, except SearchTable and SessionTable',
    kept: 'Setting `backupDays`',
    readers: 'No one but an administrator',
    erasure: 'expires',
  },
  {
    place: 'Recipients’ mailboxes, SES',
    holds: 'The emails that were sent; the account’s own suppression list at SES',
    kept: 'Not by Crier',
    readers: 'The recipient; for the list, an administrator',
    erasure: 'expires',
  },
];
