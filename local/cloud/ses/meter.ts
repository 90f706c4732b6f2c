/** What the account may send. Set a member to change it. */
export interface SesLimits {
  /**
   * Emails per second.
   * @default 14, what SES gives an account that left the sandbox
   */
  maxSendRate: number;
  /**
   * Emails in 24 hours; -1 is no limit.
   * @default 50,000
   */
  max24HourSend: number;
}

/** Counts what is sent against the account's limits. Times in epoch milliseconds. */
export interface Meter {
  readonly limits: SesLimits;
  /** Counts an email. @returns SES's words when it is one too many. */
  take(now: number): string | null;
  /** The answer to GetSendQuota. */
  quota(now: number): { Max24HourSend: number; MaxSendRate: number; SentLast24Hours: number };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * A meter by windows of one second: the strictest reading of SES's rate, which is smoother.
 * @param earlier When the emails of earlier runs were sent, in order.
 */
export function sendMeter(
  { maxSendRate = 14, max24HourSend = 50_000 }: Partial<SesLimits>,
  earlier: readonly number[] = [],
): Meter {
  const limits = { maxSendRate, max24HourSend };
  let sent: number[] = [...earlier];

  function since(start: number): number {
    let count = 0;
    while (count < sent.length && sent[sent.length - 1 - count]! > start) count++;
    return count;
  }

  function inDay(now: number): number {
    if (sent[0] !== undefined && sent[0] <= now - DAY) sent = sent.filter((at) => at > now - DAY);
    return sent.length;
  }

  return {
    limits,
    take: (now) => {
      if (limits.max24HourSend >= 0 && inDay(now) >= limits.max24HourSend)
        return 'Daily message quota exceeded.';
      if (since(now - 1000) >= limits.maxSendRate) return 'Maximum sending rate exceeded.';
      sent.push(now);
      return null;
    },
    quota: (now) => ({
      Max24HourSend: limits.max24HourSend,
      MaxSendRate: limits.maxSendRate,
      SentLast24Hours: inDay(now),
    }),
  };
}
