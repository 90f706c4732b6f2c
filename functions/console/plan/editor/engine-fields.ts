import type { FieldRow, Table } from '../../../../campaigns/campaign.ts';

/** Time zones of federal courts. A plan may have any other; the form then lists that one, too. */
export const ZONES: Table<string> = {
  'America/New_York': 'Eastern Time (New York)',
  'America/Indiana/Indianapolis': 'Eastern Time (Indianapolis)',
  'America/Chicago': 'Central Time (Chicago)',
  'America/Denver': 'Mountain Time (Denver)',
  'America/Phoenix': 'Mountain Standard Time (Phoenix)',
  'America/Los_Angeles': 'Pacific Time (Los Angeles)',
  'America/Anchorage': 'Alaska Time (Anchorage)',
  'Pacific/Honolulu': 'Hawaii Time (Honolulu)',
  'America/Puerto_Rico': 'Atlantic Time (Puerto Rico)',
  'Pacific/Guam': 'Chamorro Time (Guam)',
};

const SENDER = { section: 'court', group: 'Sender of the emails' } as const;
const HELP_DESK = { section: 'contacts', group: 'The court’s help desk' } as const;
const STAFF = { section: 'contacts', group: 'Notices to staff' } as const;
const APPROVAL = { section: 'safeguards', group: 'Before emails go out' } as const;
const ROSTER = { section: 'safeguards', group: 'When a roster needs your decision' } as const;
const SENDING = { section: 'safeguards', group: 'Sending' } as const;
const BREAKER = { section: 'safeguards', group: 'Sending pauses automatically' } as const;
const CONSOLE = { section: 'safeguards', group: 'The console' } as const;

/** How the plan editor asks for what every plan says of its court, by path. The campaign's fields follow. */
export const COURT_FIELDS = {
  'court.name': {
    section: 'court',
    label: 'Name of the court',
    hint: 'In full, as emails show it.',
  },
  'court.id': {
    section: 'court',
    label: 'Short name of the court',
    hint: 'Such as nysb. It can’t be changed once the first plan is active.',
  },
  'court.shortName': {
    section: 'court',
    label: 'Name in email subjects',
    hint: 'Subjects begin with it. If you leave it blank, they begin with the short name in capital letters, such as NYSB.',
  },
  'court.zone': {
    section: 'court',
    label: 'Time zone',
    hint: 'All times in the plan and in emails are in this time zone.',
    choices: ZONES,
  },
  'court.sender.name': { ...SENDER, label: 'Sender’s name', hint: 'Who the emails are from.' },
  'court.sender.address': {
    ...SENDER,
    label: 'Sender’s email address',
    hint: 'An address within the court’s own domain.',
  },
  linkDomains: {
    section: 'court',
    group: 'Domains',
    label: 'Domains that emails may link to',
    hint: 'One on each line, such as uscourts.gov. Every link and email address in the emails must be within these domains, so that filers can check them.',
  },
  'court.helpDesk.email': {
    ...HELP_DESK,
    label: 'Help desk email address',
    hint: 'Replies to the emails go there.',
  },
  'court.helpDesk.phone': { ...HELP_DESK, label: 'Help desk phone number', hint: '' },
  'court.helpDesk.hours': {
    ...HELP_DESK,
    label: 'Help desk hours',
    hint: 'With the time zone, such as Monday to Friday, 8:30 a.m. to 5 p.m. Eastern Time.',
  },
} as const satisfies Table<FieldRow>;

/** The same for the other members that every plan has. The campaign's fields come before them. */
export const ENGINE_FIELDS = {
  'staff.digest': {
    ...STAFF,
    label: 'Who gets the morning summary',
    hint: 'Email addresses, one on each line.',
  },
  'staff.urgent': {
    ...STAFF,
    label: 'Who is notified at once when something needs attention',
    hint: 'Email addresses, one on each line.',
  },
  'staff.weekly': {
    ...STAFF,
    label: 'Who gets the weekly report',
    hint: 'Email addresses, one on each line, such as the chief clerk’s.',
  },
  publicNotice: {
    section: 'contacts',
    group: 'Public notice',
    label: 'Let anyone read the general notice on this site',
    hint: 'Always the current one, at the console’s address followed by /notice. The court’s website can link to it.',
  },
  twoPersonApproval: {
    ...APPROVAL,
    label: 'Two-person approval',
    hint: 'No phase is sent until an approver who worked on neither the plan nor the roster has approved it.',
  },
  'roster.maxRejectedPercent': {
    ...ROSTER,
    label: 'Skipped rows, in percent',
    hint: 'Waits if more rows than this are skipped.',
  },
  'roster.maxGonePercent': {
    ...ROSTER,
    label: 'Missing filers, in percent',
    hint: 'Waits if more filers than this are no longer in it.',
  },
  'roster.maxUnreachablePercent': {
    ...ROSTER,
    label: 'Filers without a usable address, in percent',
    hint: 'Counts filers who had a usable address before, and new ones.',
  },
  'roster.maxLostFactsPercent': {
    ...ROSTER,
    label: 'Filers who lose progress, in percent',
    hint: 'Waits if more filers than this would lose what is known about them.',
  },
  'roster.maxNewPercent': {
    ...ROSTER,
    label: 'New filers, in percent',
    hint: 'Waits if it adds more filers than this.',
  },
  'roster.maxAddressChangedPercent': {
    ...ROSTER,
    label: 'Changed addresses, in percent',
    hint: 'Waits if more filers than this get a different address.',
  },
  'roster.fewFilers': {
    ...ROSTER,
    label: 'Small changes, in filers',
    hint: 'The last three limits ignore changes to this many filers or fewer.',
  },
  'roster.keepDays': {
    ...ROSTER,
    label: 'Days to keep replaced rosters',
    hint: '',
  },
  'sending.accountShare': {
    ...SENDING,
    label: 'Share of the email account',
    hint: 'From 0 to 1. With 0.5, this launch uses at most half of the account’s sending rate and daily limit.',
  },
  'sending.unknown': {
    ...SENDING,
    label: 'When Crier doesn’t know whether an email was sent',
    hint: 'After an hour without a delivery report.',
    choices: { ask: 'Operations staff decide', resend: 'Send it once more' },
  },
  'sending.secondaryAddresses': {
    ...SENDING,
    label: 'Use secondary addresses',
    hint: 'If a filer’s address bounces, the email goes once to the first usable secondary address.',
  },
  'sending.maxEmailsPerDay': {
    ...SENDING,
    label: 'Phases on one day, at most',
    hint: 'A filer could get this many emails in a day.',
  },
  'sending.breaker.bouncePercent': {
    ...BREAKER,
    label: 'Bounces, in percent',
    hint: 'Pauses a phase when more of its emails bounce.',
  },
  'sending.breaker.complaintPercent': {
    ...BREAKER,
    label: 'Spam complaints, in percent',
    hint: 'Pauses a phase when more of its emails are marked as spam.',
  },
  'sending.breaker.afterSends': {
    ...BREAKER,
    label: 'Emails before these shares count',
    hint: 'In a small number of emails, one bounce is already a large share.',
  },
  'sending.breaker.failuresInARow': {
    ...BREAKER,
    label: 'Failures in a row',
    hint: 'Pauses a phase after this many emails in a row failed or have an unknown result.',
  },
  signInNotice: {
    ...CONSOLE,
    label: 'Notice before sign-in',
    hint: 'Plain text, with a blank line between paragraphs. If left empty: the standard notice for government systems.',
  },
} as const satisfies Table<FieldRow>;
