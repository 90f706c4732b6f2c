import { person, type Row } from './row.ts';

/** People of the example who each show one thing, and what that is. */
export interface CastMember {
  readonly shows: string;
  readonly row: Row;
}

function shows(what: string, row: Row): CastMember {
  return { shows: what, row };
}

/** Each row of the decision table that a roster can show before go-live; rows 3, 5 and 6 come with link status. */
const RULES: readonly CastMember[] = [
  shows('rule 1, inactive', person('Abbott', 'Grace', { cmecf_status: 'inactive' })),
  shows('rule 1, suspended', person('Crane', 'Ichabod', { cmecf_status: 'suspended' })),
  shows('rule 1, deceased', person('Marley', 'Jacob', { cmecf_status: 'deceased' })),
  shows('rule 2, judge', person('Hand', 'Learned', { user_type: 'judge' })),
  shows('rule 2, court staff', person('Pettibone', 'Clara', { user_type: 'court staff' })),
  shows(
    'rule 4, linked before go-live, never corrected',
    person('Early', 'Vera', {
      pacer_account: 'individual',
      pacer_account_type: 'upgraded',
      link_status: 'linked',
      link_as_of: '2018-06-29',
    }),
  ),
  shows(
    'rule 4, pending before go-live, linked later',
    person('Haste', 'Milo', {
      pacer_account: 'individual',
      pacer_account_type: 'legacy',
      link_status: 'pending',
      link_as_of: '7/2/2018',
    }),
  ),
  shows(
    'rule 4, failed before go-live, dated by the upload',
    person('Swift', 'Ada', { pacer_account: 'shared', link_status: 'failed' }),
  ),
  shows('rule 8, no PACER account', person('Novak', 'Nora', { pacer_account: 'none' })),
  shows('rule 8, shared account', person('Park', 'Jin-Soo', { pacer_account: 'shared' })),
  shows('rule 8, only a PAA', person('Okafor', 'Chidi', { pacer_account: 'paa' })),
  shows('rule 8, shared and PAA', person('Lindqvist', 'Åsa', { pacer_account: 'shared; paa' })),
  shows(
    'rule 9, upgraded, a CJA panel attorney',
    person('Rossi', 'Carla', {
      pacer_account: 'individual',
      pacer_account_type: 'upgraded',
      user_type: 'CJA attorney',
    }),
  ),
  shows('rule 9, NextGen elsewhere', person('Dubois', 'Éloïse', { nextgen_elsewhere: 'y' })),
  shows(
    'rule 10, legacy',
    person('Müller', 'Jürgen', { pacer_account: 'individual', pacer_account_type: 'legacy' }),
  ),
  shows('rule 10, legacy, sharing unknown', person('Ibarra', 'Tomás', { pacer_account_type: 'legacy' })),
  shows(
    'rule 11, username of 8',
    person('Nguyễn', 'Thảo', { pacer_account: 'individual', pacer_username_length: '8' }),
  ),
  shows(
    'rule 11, username of 6',
    person('Ōe', 'Kenji', { pacer_account: 'individual', pacer_username_length: '6' }),
  ),
  shows('rule 11, username of 7', person('Søndergård', 'Mette', { pacer_username_length: '7' })),
  shows(
    'rule 12, the day itself',
    person('Augustine', 'Leo', { pacer_account: 'individual', pacer_created: '2014-08-11' }),
  ),
  shows('rule 12, a later month', person('September', 'June', { pacer_created: '2014-09' })),
  shows(
    'rule 12, a later year',
    person('Okonkwo', 'Ifeoma', { pacer_account: 'case_search', pacer_created: '2016' }),
  ),
  shows(
    'rule 13, the day before, US order',
    person('Eve', 'Lorraine', { pacer_account: 'individual', pacer_created: '8/10/2014' }),
  ),
  shows('rule 13, an earlier month', person('July', 'Miranda', { pacer_created: '2014-07' })),
  shows(
    "rule 13, Excel's serial number",
    person('Grid', 'Lotus', { pacer_account: 'individual', pacer_created: '39083' }),
  ),
  shows('rule 14, a month that spans the line', person('Span', 'Augusta', { pacer_created: '2014-08' })),
  shows(
    'rule 14, a year that spans the line',
    person('Halfway', 'Ivo', { pacer_account: 'individual', pacer_created: '2014' }),
  ),
  shows(
    'rule 14, nothing known',
    person('Blank', 'Page', { pacer_account: 'unknown', pacer_account_type: 'unknown' }),
  ),
];

/** Every contradiction of rule 7. */
const CONTRADICTIONS: readonly CastMember[] = [
  shows(
    'rule 7, no account, NextGen elsewhere',
    person('Riddle', 'Anna', { pacer_account: 'none', nextgen_elsewhere: 'yes' }),
  ),
  shows(
    'rule 7, shared, NextGen elsewhere',
    person('Paradis', 'Yves', { pacer_account: 'shared', nextgen_elsewhere: 'y' }),
  ),
  shows(
    'rule 7, only a PAA, NextGen elsewhere',
    person('Quandary', 'Bea', { pacer_account: 'paa', nextgen_elsewhere: 'Y' }),
  ),
  shows(
    'rule 7, upgraded, username of 6',
    person('Doubt', 'Thomas', {
      pacer_account: 'individual',
      pacer_account_type: 'upgraded',
      pacer_username_length: '6',
    }),
  ),
  shows(
    'rule 7, NextGen elsewhere, username of 6',
    person('Twist', 'Olivia', { nextgen_elsewhere: 'y', pacer_username_length: '6' }),
  ),
  shows(
    'rule 7, legacy, username of 8',
    person('Muddle', 'Jack', {
      pacer_account: 'individual',
      pacer_account_type: 'legacy',
      pacer_username_length: '8',
    }),
  ),
  shows(
    'rule 7, legacy, created on 2014-08-11',
    person('Anachron', 'Iris', {
      pacer_account: 'individual',
      pacer_account_type: 'legacy',
      pacer_created: '8/11/2014',
    }),
  ),
  shows(
    'rule 7, legacy, NextGen elsewhere',
    person('Both', 'Hannah', { pacer_account_type: 'legacy', nextgen_elsewhere: 'y' }),
  ),
  shows(
    'rule 7, username of 6, created in 2016',
    person('Newell', 'Otto', { pacer_created: '2016-02-29', pacer_username_length: '6' }),
  ),
];

/** Addresses and flags. Domains are those kept for examples, and SES's mailbox simulator. */
const ADDRESSES: readonly CastMember[] = [
  shows('unreachable, blank address', person('Silence', 'Dee', { email: '', phone: '212-555-0101' })),
  shows(
    'unreachable, no address at all in the cell',
    person('Void', 'Ken', { email: 'none on file', phone: '212-555-0102' }),
  ),
  shows(
    'unreachable, two dots; corrected in October',
    person('Dotty', 'Will', { email: 'will..dotty@example.com' }),
  ),
  shows(
    'hard bounce, corrected in October',
    person('Moved', 'Gwen', { email: 'bounce+gmoved@simulator.amazonses.com', pacer_account: 'individual' }),
  ),
  shows(
    'hard bounce, never corrected; a second address for a person to try',
    person('Gone', 'Sylvie', {
      email: 'bounce+sgone@simulator.amazonses.com',
      secondary_emails: 'sylvie.gone@example.net; office@gone.example.com',
      phone: '212-555-0103',
    }),
  ),
  shows(
    'complaint',
    person('Cross', 'Verity', { email: 'complaint+vcross@simulator.amazonses.com', phone: '212-555-0104' }),
  ),
  shows(
    "on SES's own suppression list",
    person('Barred', 'Noel', { email: 'suppressionlist+nbarred@simulator.amazonses.com' }),
  ),
  shows(
    'out of office, which is not a bounce',
    person('Away', 'Skye', { email: 'ooto+saway@simulator.amazonses.com' }),
  ),
  shows(
    'an apostrophe in name and address',
    person("O'Neil", 'Jane', { pacer_account: 'individual', pacer_created: '2011-05-02' }),
  ),
  shows(
    "a typographer's apostrophe",
    person('D’Angelo', 'Lucía', { email: "lucia.d'angelo@example.org", nextgen_elsewhere: 'y' }),
  ),
  shows(
    'a comma and quotes in the firm',
    person('Ångström', 'Nils', {
      firm: 'Ångström, Berg & Daughters "ÅBD", LLP',
      pacer_account: 'paa; individual',
    }),
  ),
  shows(
    'two addresses in the cell',
    person('Twofold', 'Joy', { email: 'joy.twofold@example.org; joy@twofold.example.com' }),
  ),
  shows('a kind of filer that nobody knows', person('Merlin', 'Wanda', { user_type: 'wizard' })),
  shows(
    'a date that nobody can read',
    person('Vague', 'Hazel', { pacer_account: 'individual', pacer_created: 'about 2013' }),
  ),
  shows(
    'no first name',
    person('Cher', '', { cmecf_user_id: 'cher', email: 'cher@example.org', user_type: 'creditor' }),
  ),
];

const HARBOR = { firm: 'Harbor Lane LLP', email: 'docketing@harborlane.example.com' };
/** Several filers, one mailbox. */
const MAILBOXES: readonly CastMember[] = [
  shows(
    'shared mailbox, shared PACER account',
    person('Harbor', 'Paul', { ...HARBOR, pacer_account: 'shared' }),
  ),
  shows(
    'shared mailbox, own legacy account',
    person('Lane', 'Lois', { ...HARBOR, pacer_account: 'individual', pacer_account_type: 'legacy' }),
  ),
  shows(
    'shared mailbox, other case, nothing known',
    person('Quay', 'Ella', { ...HARBOR, email: 'Docketing@HarborLane.example.com' }),
  ),
  shows(
    'shared mailbox, filing agent',
    person('Wharf', 'Benjamín', {
      ...HARBOR,
      user_type: 'filing agent',
      pacer_account: 'individual; shared',
    }),
  ),
  shows(
    'one person, two accounts: as attorney',
    person('Weaver', 'Ruth', {
      email: 'ruth.weaver@example.net',
      pacer_account: 'individual',
      pacer_account_type: 'upgraded',
    }),
  ),
  shows(
    'one person, two accounts: as trustee',
    person('Weaver', 'Ruth', {
      cmecf_user_id: 'rweaver-tr',
      email: 'ruth.weaver@example.net',
      user_type: 'trustee',
      pacer_account: 'individual',
      pacer_account_type: 'upgraded',
    }),
  ),
];

/** Everyone with a part of their own. */
export const CAST: readonly CastMember[] = [...RULES, ...CONTRADICTIONS, ...ADDRESSES, ...MAILBOXES];
