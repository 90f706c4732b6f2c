import { STRANGER } from './faults.ts';
import type { Lots } from './random.ts';
import type { Column, Row } from './row.ts';

/** A dated upload of the example. Its name starts with its wall time in the court's zone. */
export interface Update {
  readonly file: string;
  readonly columns: readonly Column[];
  /** Headers as this file spells them. */
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** How one filer's linking goes after go-live, by the four lists of link status; `null`: not on the list yet. */
type Course = readonly (Link | null)[];
interface Link {
  readonly status: 'linked' | 'failed' | 'pending';
  /** Blank: the day of the list. */
  readonly asOf: string;
}

/** The clerk's lists of link status: each holds everyone who has tried so far. */
const LISTS: readonly { readonly file: string; readonly days: readonly string[] }[] = [
  { file: '2018-10-24T0700-link-status.csv', days: ['2018-10-22', '2018-10-23'] },
  { file: '2018-10-28T1800-link-status.csv', days: ['2018-10-24', '2018-10-25', '2018-10-26'] },
  { file: '2018-11-05T0700-link-status.csv', days: ['2018-10-29', '2018-10-31', '2018-11-02'] },
  { file: '2018-11-20T1600-link-status.csv', days: ['2018-11-07', '2018-11-13', '2018-11-19'] },
];

/** At which list a filer is linked, as weights; the last is never. */
const LINKED_AT = [
  [0, 44],
  [1, 24],
  [2, 13],
  [3, 10],
  [4, 9],
] as const;

/** Courses that the example promises, whatever the lots say. */
const PROMISED: Readonly<Record<string, Course>> = {
  // Dated before go-live to the end: the clerk is asked at every phase.
  vearly: [],
  mhaste: [null, linked('2018-10-25'), linked('2018-10-25'), linked('2018-10-25')],
  aswift: [failed('2018-10-22'), failed('2018-10-26'), linked('2018-10-30'), linked('2018-10-30')],
  // Linked too early, it says: over the weekend of the outage.
  crossi: [linked('2018-10-20'), linked('2018-10-22'), linked('2018-10-22'), linked('2018-10-22')],
  edubois: [failed('2018-10-19'), null, linked(''), linked('2018-11-05')],
  // Never linked, and failing again and again.
  jpark: [failed('2018-10-23'), failed('2018-10-25'), failed('2018-11-05'), failed('')],
  laugustine: [failed(''), linked('2018-10-24'), linked('2018-10-24'), linked('2018-10-24')],
  // Waiting for the court.
  jmuller: [pending('2018-10-22'), pending('2018-10-22'), linked('2018-10-29'), linked('2018-10-29')],
  tdoubt: [pending('2018-10-23'), pending('2018-10-23'), pending('2018-10-23'), pending('2018-10-23')],
  // Never tried, and can't be reached by email.
  dsilence: [],
  kvoid: [],
  sgone: [],
  vcross: [],
  // Never tried.
  nnovak: [],
  pblank: [],
  qharbor: [],
  equay: [],
};

/** Corrections of the autumn: what the clerk found out before go-live. */
export function corrections(roster: readonly Row[], lots: Lots): Update[] {
  return [accountAnswers(roster, lots), addressCorrections(), statusCorrections(roster)];
}

/** Filers who were asked about their PACER accounts, and their answers. */
function accountAnswers(roster: readonly Row[], lots: Lots): Update {
  const asked = roster.filter(
    (row) => !row.pacer_account && !row.nextgen_elsewhere && !row.pacer_username_length,
  );
  const rows = asked
    .filter(() => lots.chance(0.35))
    .map(({ cmecf_user_id, pacer_created }) => ({
      cmecf_user_id: cmecf_user_id!,
      pacer_account: lots.weighted([
        ['individual', 8],
        ['shared', 2],
        ['none', 1],
      ]),
      pacer_account_type: pacer_created ? 'unknown' : lots.one(['upgraded', 'legacy']),
    }));
  return {
    file: '2018-09-17T1000-pacer-accounts.csv',
    columns: ['cmecf_user_id', 'pacer_account', 'pacer_account_type'],
    headers: ['User ID', 'PACER Kind', 'PACER Account Type'],
    rows,
  };
}

function addressCorrections(): Update {
  return {
    file: '2018-10-01T1430-addresses.csv',
    columns: ['cmecf_user_id', 'email'],
    headers: ['UID', 'Primary Email'],
    rows: [
      { cmecf_user_id: 'gmoved', email: 'gwen.moved@example.net' },
      { cmecf_user_id: 'wdotty', email: 'will.dotty@example.com' },
    ],
  };
}

/** People who left the bar, or died, since the summer. */
function statusCorrections(roster: readonly Row[]): Update {
  const lastOnes = roster.slice(-3).map(({ cmecf_user_id }) => cmecf_user_id!);
  const statuses = ['inactive', 'suspended', 'deceased'];
  return {
    file: '2018-10-12T0915-cmecf-status.csv',
    columns: ['cmecf_user_id', 'cmecf_status'],
    headers: ['Login ID', 'CMECF Status'],
    rows: lastOnes.map((cmecf_user_id, index) => ({ cmecf_user_id, cmecf_status: statuses[index]! })),
  };
}

/** The four lists of link status after go-live. */
export function linkStatusLists(roster: readonly Row[], lots: Lots): Update[] {
  const courses = roster
    .filter(canLink)
    .map(({ cmecf_user_id }) => ({ cmecf_user_id: cmecf_user_id!, course: courseOf(cmecf_user_id!, lots) }));
  return LISTS.map(({ file }, list) => ({
    file,
    columns: ['cmecf_user_id', 'link_status', 'link_as_of'],
    headers: ['Login ID', 'Link Status', 'Link As Of'],
    rows: [...courses.flatMap((one) => lineOf(one, list)), ...(list === 0 ? [STRANGER] : [])],
  }));
}

function lineOf({ cmecf_user_id, course }: { cmecf_user_id: string; course: Course }, list: number): Row[] {
  const link = course[list];
  return link ? [{ cmecf_user_id, link_status: link.status, link_as_of: link.asOf }] : [];
}

function canLink({ cmecf_status, user_type }: Row): boolean {
  return !cmecf_status && user_type !== 'judge' && user_type !== 'court staff';
}

function courseOf(userId: string, lots: Lots): Course {
  const at = lots.weighted(LINKED_AT);
  const day = lots.one(LISTS[at]?.days ?? ['']);
  const stumbles = at > 0 && lots.chance(0.3);
  const stumble = stumbles ? (lots.chance(0.7) ? failed : pending)(lots.one(LISTS[at - 1]!.days)) : null;
  const drawn = LISTS.map((_, list) => (list >= at ? linked(day) : list === at - 1 ? stumble : null));
  return PROMISED[userId] ?? drawn;
}

function linked(asOf: string): Link {
  return { status: 'linked', asOf };
}

function failed(asOf: string): Link {
  return { status: 'failed', asOf };
}

function pending(asOf: string): Link {
  return { status: 'pending', asOf };
}
