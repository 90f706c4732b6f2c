import { USER_TYPES } from '../../domain/filer/filer.ts';

/** What follows a name and can be nothing else. Without dots, in lower case. */
const SUFFIXES: ReadonlySet<string> = new Set([
  ...['jr', 'sr', 'ii', 'iii', 'iv', '2nd', '3rd', '4th'],
  ...[
    'esq',
    'esquire',
    'cpa',
    'cfa',
    'cfe',
    'cfp',
    'ret',
    'retd',
    'phd',
    'edd',
    'psyd',
    'sjd',
    'llm',
    'llb',
    'lld',
  ],
  ...['mba', 'mpa', 'mph', 'msw', 'dds', 'dvm', 'lcsw', 'cdp', 'acp', 'crp', 'pls', 'pp'],
]);
/** Degrees that may as well be someone's initials, so that `Salinger, J.D.` is a name. */
const INITIALS_TOO: ReadonlySet<string> = new Set([
  ...['jd', 'md', 'ma', 'ms', 'ba', 'bs', 'do', 'dc', 'ea', 'pe', 'rn', 'ra', 'cp', 'rp', 'am', 'jsd'],
]);
/** Forms of companies: as the last word of a name they make it one. */
const COMPANY_FORMS: ReadonlySet<string> = new Set([
  ...[
    'llc',
    'llp',
    'lllp',
    'pllc',
    'plc',
    'inc',
    'incorporated',
    'corp',
    'corporation',
    'ltd',
    'limited',
    'fsb',
  ],
  ...['pc', 'apc', 'apllc', 'company', 'lpa', 'chartered', 'gmbh', 'nv'],
]);
/** The same, but also someone's name or initials when written without dots. */
const DOTTED_FORMS = /^(?:p\.a|n\.a|l\.p|co|s\.a)\.$/i;
/** Words of companies, offices and titles: with other words beside them they aren't a person's last name. */
const ENTITY_WORDS: ReadonlySet<string> = new Set([
  ...USER_TYPES.flatMap((type) => [type, `${type}s`]),
  ...['agency', 'agent', 'associates', 'association', 'assn', 'authority', 'bank', 'bancorp'],
  ...['board', 'bureau', 'capital', 'center', 'church', 'city', 'clerk', 'clinic', 'college', 'commission'],
  ...[
    'committee',
    'commonwealth',
    'counsel',
    'county',
    'court',
    'credit',
    'department',
    'dept',
    'desk',
    'director',
  ],
  ...[
    'district',
    'division',
    'docketing',
    'estate',
    'federal',
    'financial',
    'finance',
    'firm',
    'for',
    'foundation',
  ],
  ...[
    'fund',
    'funding',
    'group',
    'holdings',
    'hospital',
    'insurance',
    'law',
    'legal',
    'lending',
    'loan',
    'loans',
  ],
  ...[
    'management',
    'manager',
    'mortgage',
    'municipal',
    'national',
    'of',
    'office',
    'offices',
    'paralegal',
    'partner',
  ],
  ...[
    'partners',
    'partnership',
    'reporter',
    'reporting',
    'savings',
    'school',
    'secretary',
    'service',
    'services',
  ],
  ...['servicing', 'society', 'state', 'states', 'the', 'title', 'trust', 'union', 'university'],
]);

/** A word in lower case and without dots. */
function bare(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}

/** The words of a part of a name. */
export function wordsOf(part: string): string[] {
  return part.split(' ').filter((word) => word !== '');
}

/** Whether words are suffixes or degrees, all of them. @param initialsToo Whether `J.D.` counts. */
export function areSuffixes(words: readonly string[], initialsToo: boolean): boolean {
  return (
    words.length > 0 &&
    words.every((word) => SUFFIXES.has(bare(word)) || (initialsToo && INITIALS_TOO.has(bare(word))))
  );
}

/** Whether a name is a company's, an office's, or has a title in it. @param parts The name, taken apart at commas. */
export function isEntity(parts: readonly string[]): boolean {
  return parts.some((part, index) => {
    const words = wordsOf(part);
    const last = words.at(-1) ?? '';
    if (/[&+\d@/]/.test(part) && !areSuffixes(words.slice(-1), false)) return true;
    if (words.some((word) => /^and$/i.test(word))) return true;
    if ((COMPANY_FORMS.has(bare(last)) || DOTTED_FORMS.test(last)) && (words.length > 1 || parts.length > 1))
      return true;
    return (words.length > 1 || index > 0) && words.some((word) => ENTITY_WORDS.has(bare(word)));
  });
}
