/** The most that an email shows of a name; longer ones end in an ellipsis. */
const NAME_LENGTH = 80;

/**
 * Makes a value fit to stand in one line: without control characters, line breaks, marks that turn the
 * reading direction, and the private-use characters that mark a letter's layout.
 */
export function clean(value: string): string {
  return value
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\p{Co}]/gu, '')
    .trim();
}

/** A person's or firm's name, cleaned and of bearable length. */
export function cleanName(value: string): string {
  const characters = [...clean(value)];
  return characters.length > NAME_LENGTH
    ? `${characters.slice(0, NAME_LENGTH).join('').trim()}…`
    : characters.join('');
}

/** The clerk's wording: paragraphs stand apart by a blank line. */
export function paragraphsOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(/\r?\n\s*\r?\n/)
    .map(clean)
    .filter((paragraph) => paragraph !== '');
}
