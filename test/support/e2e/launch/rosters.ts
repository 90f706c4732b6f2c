/** Rows of the court's list as it was exported: some can't be taken, and one has a misspelled address. */
const ROWS = `jsmith;Smith;Jane;jane@example.com;212-555-0101;attorney;;individual;legacy
jsmith;Smith;Janet;janet@example.com;212-555-0102;attorney;;individual;legacy
mdoe;Doe;Mary;mary@example.com;212-555-0103;attorney;;individual;upgraded
ofox;Fox;Otis;otis@example.com;212-555-0104;trustee;;shared;
tmunoz;Muñoz;Tomás;tomas@example.com;212-555-0105;attorney;;individual;upgraded
;Quinn;Olga;olga@example.com;212-555-0106;attorney;;individual;legacy
aagent;Agent;Ann;ann.example.com;212-555-0107;filing agent;;individual;upgraded
ptypo;Typo;Paul;paul@exmaple.com;212-555-0108;pro se party;;none;
gmoved;Moved;Gwen;bounce@simulator.amazonses.com;212-555-0109;attorney;;individual;legacy
nomail;Mailless;Nora;;212-555-0110;creditor;;individual;upgraded
ewhere;Where;Ella;ella@example.com;212-555-0111;wizard;;individual;upgraded
jjudge;Judge;Judy;judy@example.com;;bankruptcy judge;;individual;upgraded
rgone;Gone;Rita;rita@example.com;;attorney;retired;individual;legacy
`;

/** The list with a heading for the addresses, in the encoding of an older spreadsheet. */
function exported(heading: string): Buffer {
  const header = `Login ID;Last;First;${heading};Phone;User Group;Status;PACER Accounts;PACER Account Type`;
  return Buffer.from(`${header}\n${ROWS}`, 'latin1');
}

export const MISNAMED = exported('Emial');
export const MESSY = exported('E-mail');

/** What a clerk changes in the file with the problems marked. */
const FIXES = [
  ['"jsmith";"Smith";"Janet"', '"jsmith2";"Smith";"Janet"'],
  [';;"Quinn"', ';"oquinn";"Quinn"'],
  ['"ann.example.com";"212', '"ann@example.com";"212'],
  ['"wizard";', '"attorney";'],
] as const;

/** @throws Error when the file doesn't have what is to be mended */
export function mended(marked: string): Buffer {
  const text = FIXES.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`Cannot mend the file because it lacks ${from}`);
    return all.replace(from, to);
  }, marked);
  return Buffer.from(text);
}

/** The one of whom SES's simulator says that the mailbox doesn't exist. */
export const BOUNCED = 'bounce@simulator.amazonses.com';

const OF = (...names: string[]) => names.map((name) => `${name}@example.com`);

/** Whose email bounced is not mailed again. */
export const REACHED = OF('ann', 'ella', 'jane', 'janet', 'mary', 'olga', 'otis', 'paul', 'tomas');

const LINKS: readonly (readonly [id: string, status: string, asOf: string])[] = [
  ['jsmith', 'linked', '2018-11-06'],
  ['mdoe', 'linked', '2018-11-07'],
  ['tmunoz', 'failed', '2018-11-07'],
  ['aagent', 'pending', '2018-11-07'],
];
const LATER: typeof LINKS = [
  ['tmunoz', 'linked', '2018-11-10'],
  ['aagent', 'linked', '2018-11-10'],
  ['oquinn', 'linked', '2018-11-10'],
];
const LAST: typeof LINKS = [
  ['jsmith2', 'linked', '2018-11-17'],
  ['ewhere', 'linked', '2018-11-17'],
  ['ofox', 'linked', '2018-11-17'],
];

/** Updates of the link status, each with everyone who linked or tried to so far; the third lists the new ones alone. */
export const LINKED = {
  first: updateOf(LINKS),
  second: updateOf([...LINKS.slice(0, 2), ...LATER]),
  short: updateOf(LAST),
  third: updateOf([...LINKS.slice(0, 2), ...LATER, ...LAST]),
};

function updateOf(rows: typeof LINKS): Buffer {
  return Buffer.from(['Login ID,Link Status,Link As Of', ...rows.map((row) => row.join(','))].join('\n'));
}

/** Whom each follow-up goes to: whoever hasn't linked, without the one who awaits the court. */
export const NOT_LINKED = {
  first: OF('ella', 'janet', 'olga', 'otis', 'paul', 'tomas'),
  second: OF('ella', 'janet', 'otis', 'paul'),
  third: OF('paul'),
};
