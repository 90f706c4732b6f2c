/** Words of the campaign at the beginning of a sentence or as a label: `The deadline` of `the deadline`. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
