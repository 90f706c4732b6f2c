import { secondaryOf } from '../filer/addresses.ts';
import type { Filer } from '../filer/filer.ts';
import type { State } from '../filer/state.ts';
import { mayEmail, type Recipients } from './recipients.ts';
import type { Suppression } from './suppression.ts';

/** Whether an attempt's email is made, and to which address; otherwise the fact that says why not. */
type MailDecision =
  | { readonly send: true; readonly to: string; readonly filer: Filer }
  | { readonly send: false; readonly kind: 'skipped' | 'failed'; readonly reason: string };

/** What is known about an attempt's filer right before its email is made. */
export interface KnownFiler {
  /** From the run's roster version; `undefined`: it isn't in there. */
  readonly filer: Filer | undefined;
  /** Why the newest roster takes the filer out of the phase: the state there, or `gone` from it. */
  readonly leftPhase: State | 'gone' | undefined;
  /** A canceled run before this one has sent the filer its email, or may have. */
  readonly alreadyReceived: boolean;
  /** Suppressed addresses: the filer's, if any, are among them. */
  readonly suppressed: ReadonlyMap<string, Suppression>;
  /** Whom the launch may email at all. */
  readonly recipients: Recipients;
}

/**
 * Decides whether an attempt's email is made.
 * @param to `secondary`: to the filer's secondary address, after the primary one bounced permanently.
 */
export function decideMail(
  to: 'secondary' | undefined,
  { filer, leftPhase, alreadyReceived, suppressed, recipients }: KnownFiler,
): MailDecision {
  if (!filer) return { send: false, kind: 'failed', reason: 'filer-missing' };
  if (leftPhase) return skipped(`now-${leftPhase}`);
  if (alreadyReceived) return skipped('had-before');
  const address = to === 'secondary' ? secondaryOf(filer, suppressed) : filer.email;
  if (!address) return skipped(to === 'secondary' ? 'no-secondary' : 'unreachable');
  const suppression = suppressed.get(address);
  if (suppression) return skipped(`suppressed-${suppression.reason}`);
  return mayEmail(address, recipients) ? { send: true, to: address, filer } : skipped('test-stage');
}

function skipped(reason: string): MailDecision {
  return { send: false, kind: 'skipped', reason };
}
