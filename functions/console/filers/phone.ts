/** A number with fewer digits can't be called. */
const FEWEST_DIGITS = 7;

/** A roster's phone number as a link, without its extension: `tel:+12125550100`; `null` if it can't be called. */
export function telOf(phone: string): string | null {
  const [number = ''] = /^\s*\+?[\d\s().\-/]+/.exec(phone) ?? [];
  const digits = number.replaceAll(/\D/g, '');
  if (digits.length < FEWEST_DIGITS) return null;
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${digits}`;
}
