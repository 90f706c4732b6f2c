/** Fewer digits can't be a phone number. */
const FEWEST_DIGITS = 7;

/** The address of a phone number as a roster spells it, without an extension: `tel:+12125550100`; `null` for none. */
export function telOf(phone: string): string | null {
  const [number = ''] = /^\s*\+?[\d\s().\-/]+/.exec(phone) ?? [];
  const digits = number.replaceAll(/\D/g, '');
  if (digits.length < FEWEST_DIGITS) return null;
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${digits}`;
}
