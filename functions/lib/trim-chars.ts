/** A text without certain characters at its ends, in linear time: a pattern such as `/-+$/` looks at long runs again. */
export function trimChars(text: string, chars: string): string {
  let [start, end] = [0, text.length];
  while (start < end && chars.includes(text.charAt(start))) start++;
  while (end > start && chars.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
