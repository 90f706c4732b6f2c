import { Temporal } from 'temporal-polyfill';
import { stateOf } from '../../domain/filer/rules.ts';
import type { State } from '../../domain/filer/state.ts';
import { ONE_OFF } from '../../domain/plan/kinds.ts';
import { pivotDate } from '../../domain/plan/phases.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { isChange } from '../../domain/run/announcement.ts';
import {
  audienceOf,
  type CountedAudience,
  decide,
  type SkipReason,
  withoutSuppressed,
} from '../../domain/run/audience.ts';
import type { Group } from '../../domain/run/group.ts';
import { type Preflight, preflight } from '../../domain/run/preflight.ts';
import { allowedRate } from '../../domain/run/rate.ts';
import type { Gate } from '../../domain/run/send-gate.ts';
import { errorFields } from '../../lib/error-fields.ts';
import { batched } from '../../lib/iterables.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { suppressedCounts } from '../../queries/suppressed-counts.ts';
import { loadGroup } from '../../start-phase/announcement/one-off-sending.ts';
import type { ConsoleServices } from '../services.ts';

/** Who gets a phase's emails. `frozen`: as its run decided; otherwise as it would be decided now. */
export type PhaseAudience =
  | {
      readonly kind: 'frozen';
      readonly byState: CountedAudience['byState'];
      readonly mailable: number;
      readonly skipped: number;
    }
  | ({ readonly kind: 'forecast'; readonly roster: RosterVersion; readonly asOf: string } & CountedAudience)
  /** The roster is being counted for the plan's date, which takes some moments. */
  | { readonly kind: 'counting' }
  /** The filers who were told other dates; `null`: not counted yet. */
  | {
      readonly kind: 'told';
      readonly filers: number | null;
      readonly settled: boolean;
      readonly asOf: string | null;
    }
  | { readonly kind: 'no-roster' }
  /** Its run decides at this moment. */
  | { readonly kind: 'deciding' };

/** Whether the emails fit the daily quota and the expiry, at the rate allowed now. */
export interface Fit {
  readonly preflight: Preflight;
  /** Emails a second. */
  readonly rate: number;
  /** Emails that may still be sent today; infinite without a daily limit. */
  readonly left: number;
}

type AudienceServices = Pick<
  ConsoleServices,
  | 'roster'
  | 'readiness'
  | 'clock'
  | 'quota'
  | 'log'
  | 'logReader'
  | 'runs'
  | 'search'
  | 'sendLog'
  | 'suppression'
>;

/** Finds who gets a phase's emails. */
export async function loadAudience(
  { kind, currentRun: { run }, marks, oneOff }: Pick<PhaseState, 'kind' | 'currentRun' | 'marks' | 'oneOff'>,
  { current, services }: { current: CurrentPlan; services: AudienceServices },
): Promise<PhaseAudience> {
  if (run?.audience) return { kind: 'frozen', ...run.audience };
  if (run) return { kind: 'deciding' };
  if (isChange(kind)) {
    const { filers = null, settled = false, at = null } = marks.prepared ?? {};
    return { kind: 'told', filers, settled, asOf: at };
  }
  const roster = await services.roster.activeVersion();
  if (!roster) return { kind: 'no-roster' };
  if (oneOff) return groupAudience(oneOff.group, { current, roster, services });
  const readiness = await services.readiness.of(roster.version);
  if (readiness?.pivotDate !== pivotDate(current.plan)) return { kind: 'counting' };
  const suppressed = await suppressedCounts({ ...roster, pivotDate: readiness.pivotDate }, services);
  const audience = withoutSuppressed(audienceOf(kind, readiness.byState), suppressed);
  return { kind: 'forecast', roster, asOf: readiness.asOf, ...audience };
}

/** Filers whose suppression is looked up at once. */
const AT_ONCE = 100;

/** Whom a one-off message would go to now, and who of them can't be emailed. */
async function groupAudience(
  group: Group,
  {
    current: { plan },
    roster,
    services,
  }: {
    current: CurrentPlan;
    roster: RosterVersion;
    services: AudienceServices;
  },
): Promise<PhaseAudience> {
  const isIn = await loadGroup(group, services);
  const pivot = pivotDate(plan);
  const byState: Partial<Record<State, number>> = {};
  const skipped: Partial<Record<SkipReason, number>> = {};
  let mailable = 0;
  for await (const batch of batched(services.roster.filers(roster.version), AT_ONCE)) {
    const chosen = batch
      .map((filer) => ({ filer, state: stateOf(filer, pivot) }))
      .filter(({ filer, state }) => isIn(filer, state));
    const suppressed = await services.suppression.suppressed(
      chosen.flatMap(({ filer }) => filer.email ?? []),
    );
    for (const { filer, state } of chosen) {
      const found = filer.email === null ? undefined : suppressed.get(filer.email);
      const decision = decide(ONE_OFF, state);
      const reason = decision.send ? found && (`suppressed-${found.reason}` as const) : decision.reason;
      if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1;
      else {
        byState[state.state] = (byState[state.state] ?? 0) + 1;
        mailable++;
      }
    }
  }
  const asOf = services.clock.now().toString();
  return { kind: 'forecast', roster, asOf, mailable, skipped, outside: {}, byState };
}

/** How many emails a phase sends, as far as that is known. */
export function mailableOf(audience: PhaseAudience): number | null {
  switch (audience.kind) {
    case 'frozen':
    case 'forecast':
      return audience.mailable;
    case 'told':
      return audience.filers;
    default:
      return null;
  }
}

interface FitOptions {
  readonly current: CurrentPlan;
  readonly gate: Gate;
  /** Instant at which sending begins, if that is still to come. */
  readonly from: string;
  readonly expiresAt: string;
  readonly services: AudienceServices;
}

/** Whether this many emails fit. @returns `null` when SES doesn't tell its limits: then nothing can be reckoned */
export async function loadFit(
  mailable: number,
  { current, gate, from, expiresAt, services }: FitOptions,
): Promise<Fit | null> {
  const quota = await services.quota().catch((error: Error) => {
    services.log.error('quota-unknown', errorFields(error));
    return null;
  });
  if (!quota) return null;
  const { accountShare } = current.plan.sending;
  const limits = { ...quota, accountShare };
  const now = services.clock.now();
  const begins = Temporal.Instant.compare(now, from) > 0 ? now : Temporal.Instant.from(from);
  return {
    preflight: preflight(mailable, { limits, now: begins, expiresAt }),
    rate: allowedRate(gate, { ...limits, now: now.epochMilliseconds }),
    left: Math.floor(quota.left * accountShare),
  };
}
