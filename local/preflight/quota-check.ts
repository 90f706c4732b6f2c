import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import { type Preflight, preflight } from '../../functions/domain/run/preflight.ts';
import type { LaunchFacts, MailAccount } from './facts.ts';
import { later, missing, ok, type Saying } from './finding.ts';

/** An upcoming phase, and whether it fits within what the account may send. */
interface Load {
  readonly id: string;
  readonly emails: number;
  /** Emails that the account has sent in the 24 hours before it. */
  readonly before: number;
  /** From its first email to its last, in epoch seconds. */
  readonly from: number;
  readonly to: number;
  readonly fit: Preflight;
}

const DAY_SECONDS = 24 * 60 * 60;
const RAISE =
  'Raise both in Service Quotas (Amazon SES), weeks ahead; sending.accountShare in the plan counts too';

/**
 * Checks each upcoming phase against the same limits as when it starts, counting what the account has already sent
 * and what other phases will have sent in the 24 hours before.
 */
export function quota(account: MailAccount, launch: LaunchFacts): Saying {
  const { max24Hours, maxSendRate, sentLast24Hours } = account;
  const perDay = max24Hours === Number.POSITIVE_INFINITY ? 'unlimited' : format(max24Hours);
  const sent = sentLast24Hours > 0 ? ` (${format(sentLast24Hours)} sent in the last 24 hours)` : '';
  const allowed = `${perDay} emails a day${sent} at ${maxSendRate} a second`;
  if (!launch.phases) return later(allowed, 'Name a roster to compare it with the phases: --roster FILE');
  const loads = loadsOf(account, launch);
  const fullest = largest(loads);
  if (!fullest) return later(allowed, 'There is no upcoming phase: see Times');
  const failing = loads.find(({ fit }) => !fit.fits);
  return failing
    ? missing(`${allowed}, which isn’t enough: ${needs(failing)}`, RAISE)
    : ok(`${allowed}; ${needs(fullest)}`);
}

/** One after the other: a phase that starts while another is being sent waits for the rate. */
function loadsOf(
  { max24Hours, maxSendRate, sentLast24Hours }: MailAccount,
  { plan, phases, now }: LaunchFacts,
): Load[] {
  const { accountShare } = plan.sending;
  const present = Temporal.Instant.from(now).epochMilliseconds / 1000;
  const loads: Load[] = [];
  for (const { id, at, expiresAt } of phasesOf(plan)) {
    if (at.epochMilliseconds / 1000 <= present) continue;
    const emails = phases?.find((phase) => phase.id === id)?.emails ?? 0;
    const from = Math.max(at.epochMilliseconds / 1000, loads.at(-1)?.to ?? 0);
    const before = sentBefore(from, loads) + (from - present < DAY_SECONDS ? sentLast24Hours : 0);
    const fit = preflight(emails, {
      limits: { maxSendRate, left: Math.max(0, max24Hours - before), max24Hours, accountShare },
      now: Temporal.Instant.fromEpochMilliseconds(from * 1000),
      expiresAt: expiresAt.toInstant().toString(),
    });
    loads.push({ id, emails, before, from, to: from + fit.seconds, fit });
  }
  return loads;
}

/** What phases send in the 24 hours before a moment: of one that began earlier, the part that falls into them. */
function sentBefore(moment: number, loads: readonly Load[]): number {
  const since = moment - DAY_SECONDS;
  const parts = loads.map(({ emails, from, to }) =>
    to <= since ? 0 : Math.ceil((emails * (to - Math.max(from, since))) / Math.max(1, to - from)),
  );
  return parts.reduce((sum, part) => sum + part, 0);
}

function largest(loads: readonly Load[]): Load | undefined {
  return loads.toSorted((one, other) => other.emails + other.before - (one.emails + one.before))[0];
}

function needs({ id, emails, before, fit }: Load): string {
  const after = before > 0 ? `, after ${format(before)} in the 24 hours before` : '';
  return `${id} sends ${format(emails)}, which takes ${duration(fit.seconds)}${after}`;
}

function format(count: number): string {
  return count.toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
