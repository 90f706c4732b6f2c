/** What an erasure does to a store. */
type ErasureEffect =
  /** What names the person is deleted. */
  | 'deleted'
  /** A tombstone under a random id is left, which counts what happened. */
  | 'counted'
  /** Only keyed hashes of addresses are left. */
  | 'hashed'
  /** Ids of filers are all that it holds: they stay, as the record of what was done. */
  | 'ids stay'
  /** Nothing is done: it ends automatically, as `kept` says. */
  | 'expires';

/** A store that holds data of filers, or of the people who work with them. */
export interface PersonalDataStore {
  /** The resource's id in the templates; `*DeadLetters` are all of them. With the prefix in a bucket. */
  readonly place: string;
  /** What of people is in it. */
  readonly holds: string;
  /** How long, and which setting says so. */
  readonly kept: string;
  /** Who can read it besides an administrator of the account. */
  readonly readers: string;
  readonly erasure: ErasureEffect;
}

/** Where personal data are: the one list. Erasing goes by it, docs/security.md shows it, and a test holds both to it. */
export const PERSONAL_DATA: readonly PersonalDataStore[] = [
  {
    place: 'RosterTable',
    holds: 'Every filer of every roster version: names, addresses, phone, firm, bar id, login, account facts',
    kept: 'Active versions and those that a run used: until erased. Others: `roster.keepDays` of the plan',
    readers: 'Console (all roles), phone list, senders',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `inbox/roster/` `inbox/update/`',
    holds: 'Uploaded rosters and updates, as they came',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Intake only',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `reports/roster/` `reports/update/`',
    holds: 'Reports of uploads: rows with problems, as they were written',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console (all roles)',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `search/`',
    holds: 'Words of names, addresses, firms, bar ids, phone numbers and logins, with filer ids',
    kept: 'As long as the roster version',
    readers: 'Console (all roles)',
    erasure: 'deleted',
  },
  {
    place: 'InboxBucket `exports/`',
    holds: 'Exports of the send log: names, addresses, what was sent',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console, by the roles that may export',
    erasure: 'deleted',
  },
  {
    place: 'SendLogTable',
    holds: 'What was sent to whom and what happened, by filer id; no name or address',
    kept: 'As long as the launch',
    readers: 'Console (all roles), operations staff',
    erasure: 'counted',
  },
  {
    place: 'DeliveryTable',
    holds: 'Whom runs mail and which date they were told, by filer id',
    kept: 'As long as the launch',
    readers: 'Senders, console',
    erasure: 'deleted',
  },
  {
    place: 'SuppressionTable',
    holds:
      'Keyed hashes of addresses that are never mailed, and why; addresses in clear in entries from before there was a key',
    kept: 'As long as the launch, which could send until then',
    readers: 'Console (all roles), senders',
    erasure: 'hashed',
  },
  {
    place: 'LaunchTable',
    holds:
      'Plans, with names and addresses of people at the court; whom forms of uploads were signed for (30 days); the key of the hashes',
    kept: 'As long as the launch',
    readers: 'Console (all roles), operations staff',
    erasure: 'ids stay',
  },
  {
    place: 'AuditBucket `entries/`',
    holds:
      'The audit log: what people did, by filer ids and sign-in ids, and the reasons that they typed; no addresses',
    kept: 'Until deleted by hand; locked for the setting `auditDays`',
    readers: 'Console (all roles), operations staff',
    erasure: 'ids stay',
  },
  {
    place: 'InboxBucket `erasures/`',
    holds: 'Which filer ids were erased, when, and counts',
    kept: 'As long as the launch: after a restore they are applied again',
    readers: 'The function Erase, console (operations)',
    erasure: 'ids stay',
  },
  {
    place: 'InboxBucket `inbox/launch/` `reports/launch/`',
    holds: 'Uploaded plans and their reports: names and addresses of people at the court',
    kept: 'Setting `keepDays`; earlier versions of an object 30 days longer',
    readers: 'Console',
    erasure: 'expires',
  },
  {
    place: 'FeedbackQueue and its dead letters',
    holds: 'Events of SES with the recipient’s address',
    kept: 'Seconds; 4 days at most, dead letters 14 days',
    readers: 'Feedback recording; operations staff for dead letters',
    erasure: 'expires',
  },
  {
    place: 'SearchTable',
    holds: 'What people searched for: mostly names',
    kept: 'Setting `searchHours`; not in point-in-time recovery',
    readers: 'Only the person who searched',
    erasure: 'deleted',
  },
  {
    place: 'SessionTable',
    holds: 'Who is signed in: id, name and address of users; no filer',
    kept: 'Settings `signInIdleMinutes` and `signInHours`; names by the setting `userNameDays`. Not in point-in-time recovery',
    readers: 'Console',
    erasure: 'expires',
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
    place: 'Recipients’ mailboxes, SES',
    holds: 'The emails that were sent; the account’s own suppression list at SES',
    kept: 'Not by Crier',
    readers: 'The recipient; for the list, an administrator',
    erasure: 'expires',
  },
];
