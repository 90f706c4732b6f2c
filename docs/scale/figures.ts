/** `1,500`, `0.4`. */
export function count(amount: number): string {
  return amount >= 10
    ? Math.round(amount).toLocaleString('en-US')
    : amount.toLocaleString('en-US', { maximumSignificantDigits: 2 });
}

/** `$0.24`, `$9,600`. */
export function dollars(amount: number): string {
  return amount >= 100 ? `$${count(amount)}` : `$${amount.toFixed(2)}`;
}

/** `3.4 s`, `1,260 s`. */
export function seconds(amount: number): string {
  return `${amount < 100 ? Number(amount.toFixed(1)) : count(amount)} s`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** In the largest unit that fits: `9 s`, `2.1 min`, `14 h`, `2.9 days`. */
export function duration(amount: number): string {
  if (amount < MINUTE) return seconds(amount);
  if (amount < HOUR) return `${count(amount / MINUTE)} min`;
  return amount < 2 * DAY ? `${count(amount / HOUR)} h` : `${count(amount / DAY)} days`;
}
