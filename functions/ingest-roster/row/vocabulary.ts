/** What is read as each value in a cell, the value itself included. Case, spaces and signs don't count. */
type Vocabulary = Readonly<Record<string, { readonly synonyms: readonly string[] }>>;

/** The words for yes and no. */
export const YES_NO: Vocabulary = {
  yes: { synonyms: ['y', 'true', 't', '1', 'x'] },
  no: { synonyms: ['n', 'false', 'f', '0'] },
  unknown: { synonyms: ['?', 'n/a'] },
};

/** Looks a word up: the value, or `null` when it isn't one. */
export function lookup(words: Vocabulary): (word: string) => string | null {
  const values = new Map<string, string>();
  for (const [value, { synonyms }] of Object.entries(words)) {
    for (const word of [value, ...synonyms]) values.set(plain(word), value);
  }
  return (word) => values.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}?]/gu, '');
}
