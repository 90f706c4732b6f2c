/** Words and signs that people and databases write where they know nothing. In lower case, without spaces and dots. */
const WORDS: ReadonlySet<string> = new Set([
  'null',
  'nil',
  'none',
  'nothing',
  'n/a',
  'na',
  'n\\a',
  'nan',
  '\\n',
  'notapplicable',
  'notavailable',
  'notassigned',
  'notgiven',
  'notlisted',
  'notknown',
  'notonfile',
  'notprovided',
  'notset',
  'noneprovided',
  'nonegiven',
  'noneonfile',
  'nmi',
  'nmn',
  'nodata',
  'noentry',
  'noinformation',
  'novalue',
  'unavailable',
  'undefined',
  'unknown',
  'unk',
  'unspecified',
  'blank',
  'empty',
  'missing',
  'tba',
  'tbc',
  'tbd',
  'tobeadded',
  'tobeannounced',
  'tobeconfirmed',
  'tobedetermined',
  'xxx',
  'xxxx',
]);

/** `-`, `--`, `?`, `…`: signs alone say nothing. An apostrophe or a quote may be a rest of something. */
const SIGNS_ONLY = /^[-\u2010-\u2015_.*?!~/\\#=+\u2026\s]+$/;
/** Around the word: `(null)`, `<none>`, `[n/a]`, `"N/A"`. */
const WRAPPING = /^[(<[{"']+|[)>\]}"']+$/g;
/** The longest word, with room for brackets, spaces and dots. */
const LONGEST = 40;

/** How databases export NULL. Without its sign it would be a no. */
const DATABASE_NULL = /^[(<[{"']*\\n[)>\]}"']*$/i;

/** Whether a cell is a database's NULL, `\N`: no column has such a value. */
export function isDatabaseNull(text: string): boolean {
  return DATABASE_NULL.test(text);
}

/** Whether a cell says that nothing is known: `N/A`, `null`, `-`, `TBD`. A blank cell doesn't say even that. */
export function isNothing(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  const bare = text.replaceAll(WRAPPING, '');
  return bare === '' || SIGNS_ONLY.test(bare) || WORDS.has(bare.toLowerCase().replaceAll(/[\s.]/g, ''));
}
