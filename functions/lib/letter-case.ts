/** Words at the beginning of a sentence or as a label: `The deadline` of `the deadline`. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A label inside a sentence: `linked` of `Linked`, but `PACER account` as it is. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
