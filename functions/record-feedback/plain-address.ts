/** RFC 5321: 64 characters before the `@`, 255 after it. What comes around it in an event is far shorter. */
const MAX_CHARACTERS = 1_000;
const ADDRESS = /^(?:"[^"\\\s]{1,62}"|[^\s@<>()[\]",;:\\]{1,64})@[^\s@<>()[\]",;:\\]{1,255}$/;

/**
 * The address alone in what an event names as one: `"Filer" <a@b.gov>`, `rfc822; a@b.gov`, `mailto:a@b.gov`.
 * @returns `null` when there is none.
 */
export function plainAddress(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return null;
  const open = text.lastIndexOf('<');
  const inner = open < 0 ? text : text.slice(open + 1).split('>', 1)[0]!;
  const address = inner.trim().replace(/^(mailto:|rfc822;)\s*/i, '');
  return ADDRESS.test(address) ? address : null;
}
