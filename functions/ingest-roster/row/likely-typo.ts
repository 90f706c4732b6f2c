import leven from 'leven';

/** Where most filers have their mail, and so what a near miss most likely meant. */
const COMMON = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'protonmail.com',
  'comcast.net',
  'verizon.net',
  'sbcglobal.net',
  'bellsouth.net',
  'charter.net',
  'earthlink.net',
  'optonline.net',
  'mindspring.com',
  'usdoj.gov',
  'uscourts.gov',
] as const;

/** Real domains that are near to one of the common ones. */
const REAL = new Set([
  ...COMMON,
  'ymail.com',
  'mail.com',
  'email.com',
  'gmail.de',
  'hotmail.co',
  'hotmail.ca',
  'hotmail.fr',
  'hotmail.de',
  'hotmail.es',
  'hotmail.it',
  'outlook.co',
  'outlook.fr',
  'outlook.de',
  'yahoo.ca',
  'yahoo.co',
  'yahoo.de',
  'yahoo.fr',
  'yahoo.es',
  'yahoo.it',
  'verizon.com',
  'charter.com',
  'earthlink.com',
  'comcast.com',
  'protonmail.ch',
]);

/** Endings that are none, and the ending that was meant. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  cpm: 'com',
  vom: 'com',
  xom: 'com',
  coom: 'com',
  nte: 'net',
  nett: 'net',
  ner: 'net',
  ogr: 'org',
  orgg: 'org',
  gvo: 'gov',
  gob: 'gov',
  goc: 'gov',
  deu: 'edu',
  eud: 'edu',
};

/** Below this a name of one letter's difference is as likely another name. */
const SHORTEST = 5;

/** Most filers share few domains: what was found for one is kept. How many are kept at most. */
const KEPT = 10_000;
const known = new Map<string, string | null>();

/** The domain that was likely meant, `null` when nothing looks like a typing error. */
export function likelyTypo(domain: string): string | null {
  const found = known.get(domain);
  if (found !== undefined) return found;
  if (known.size >= KEPT) known.clear();
  const meant = findTypo(domain);
  known.set(domain, meant);
  return meant;
}

function findTypo(domain: string): string | null {
  const labels = domain.split('.');
  const ending = labels.at(-1) ?? '';
  const mended = ENDINGS[ending];
  if (mended) return [...labels.slice(0, -1), mended].join('.');
  const registered = labels.slice(-2).join('.');
  if (REAL.has(registered)) return null;
  const meant = COMMON.find((common) => isNear(registered, common));
  return meant ? [...labels.slice(0, -2), meant].join('.') : null;
}

function isNear(domain: string, common: string): boolean {
  if (common.indexOf('.') < SHORTEST || Math.abs(domain.length - common.length) > 1) return false;
  const distance = leven(domain, common);
  return distance === 1 || (distance === 2 && sorted(domain) === sorted(common));
}

function sorted(text: string): string {
  return [...text].sort().join('');
}
