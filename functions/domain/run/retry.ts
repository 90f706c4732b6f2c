import { Temporal } from 'temporal-polyfill';
import { FALLBACK_STATE } from '../filer/rules.ts';
import type { State } from '../filer/state.ts';
import type { Fact } from '../send/fact.ts';
import { FACTS, foldStatus } from '../send/status.ts';
import { isErased } from '../send/tombstone.ts';
import type { Attempt } from './run.ts';

/** How long an email may stay unknown before it is resent: by then SES's events have come, but for rare ones. */
const UNKNOWN_FOR = Temporal.Duration.from({ hours: 1 });

/**
 * The next attempt for a retry by a person, or `null`: only failed or unknown sends are retried, and never those of an
 * erased person.
 * @param facts Those of one filer in one run.
 * @param reason Only where the deciding fact has this reason.
 */
export function nextAttempt(facts: readonly Fact[], reason?: string): Attempt | null {
  const { status, fact } = foldStatus(facts);
  if (isErased(facts) || !fact || (status !== 'failed' && status !== 'unknown')) return null;
  if (reason !== undefined && fact.reason !== reason) return null;
  return attemptAfter(facts, { filerId: fact.filerId });
}

/**
 * The further attempt of the policy `resend`, or `null`: for a filer whose first and only attempt has been unknown for
 * an hour. There is never a second one.
 */
export function resendAttempt(facts: readonly Fact[], now: Temporal.Instant): Attempt | null {
  if (isErased(facts)) return null;
  const { status, fact } = foldStatus(facts);
  if (status !== 'unknown' || !fact || facts.some(({ attempt }) => attempt > 1)) return null;
  if (Temporal.Instant.compare(now, Temporal.Instant.from(fact.at).add(UNKNOWN_FOR)) < 0) return null;
  return attemptAfter(facts, { filerId: fact.filerId });
}

/**
 * The further attempt to a filer's secondary address, or `null`: there is one at most, and none after an email that
 * may have reached the filer.
 * @param queued Further attempts of the filer that chunks hold already, with or without facts.
 */
export function secondaryAttempt(
  facts: readonly Fact[],
  { filerId, queued }: { filerId: string; queued: readonly Attempt[] },
): Attempt | null {
  if (queued.some(({ to }) => to === 'secondary') || isAlreadyOut({ to: 'secondary' }, facts)) return null;
  return { ...attemptAfter(facts, { filerId, queued }), to: 'secondary' };
}

function attemptAfter(
  facts: readonly Fact[],
  { filerId, queued = [] }: { filerId: string; queued?: readonly Attempt[] },
): Attempt {
  const state = facts.find((one) => one.state !== undefined)?.state as State | undefined;
  const earlier = [...facts, ...queued].find((one) => one.earlier !== undefined)
    ?.earlier as Attempt['earlier'];
  const attempt = numberAfter([...facts, ...queued]);
  return { filerId, attempt, state: state ?? FALLBACK_STATE, ...(earlier && { earlier }) };
}

/** The number of the attempt after these. */
export function numberAfter(attempts: readonly Pick<Attempt, 'attempt'>[]): number {
  return Math.max(0, ...attempts.map(({ attempt }) => attempt)) + 1;
}

/**
 * Whether a further attempt must not be sent, by the facts of its filer. To the same address: SES took an earlier one.
 * To the secondary one: nothing bounced permanently, the filer complained, or another attempt that SES took didn't bounce.
 */
export function isAlreadyOut({ to }: Pick<Attempt, 'to'>, facts: readonly Fact[]): boolean {
  const taken = facts.filter(({ kind }) => FACTS[kind].proof);
  if (to !== 'secondary') return taken.length > 0;
  const bounced = new Set(facts.filter(({ kind }) => kind === 'bounced').map(({ attempt }) => attempt));
  const complained = facts.some(({ kind }) => kind === 'complained');
  return bounced.size === 0 || complained || taken.some(({ attempt }) => !bounced.has(attempt));
}
