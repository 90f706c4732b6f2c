import type { Services } from '../aws/pick.ts';
import type { StateCounts } from '../domain/filer/state-counts.ts';
import { stateCounter } from '../domain/filer/state-counts.ts';
import { phasesOf, pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { audienceOf, withoutSuppressed } from '../domain/run/audience.ts';
import { suppressedCounts } from './suppressed-counts.ts';

type AudienceServices = Pick<Services, 'logReader' | 'readiness' | 'roster' | 'search' | 'suppression'>;

/** How many emails a phase sends by two plans; `null`: that plan doesn't have it. */
export interface AudienceChange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Whom two plans email, if each phase were sent now. */
export type PlanAudiences =
  | { readonly kind: 'no-roster' }
  | { readonly kind: 'counting' }
  | {
      readonly kind: 'counted';
      /** By the phase's id, in the order of the new plan; phases that it no longer has come last. */
      readonly phases: ReadonlyMap<string, AudienceChange>;
      /** The roster is too large to be counted for the new date on a page: both are counted for the current one. */
      readonly isByOldDate: boolean;
    };

/** A page has the time to count a roster of this size for another date. */
const MAX_FILERS_READ = 10_000;

/** Counts whom each phase would email now by the active plan and by another one. */
export async function planAudiences(
  old: Plan | null,
  next: Plan,
  services: AudienceServices,
): Promise<PlanAudiences> {
  const roster = await services.roster.activeVersion();
  if (!roster) return { kind: 'no-roster' };
  const { version, filers } = roster;
  const readiness = await services.readiness.of(version);
  if (!readiness) return { kind: 'counting' };
  const [before, wanted] = [readiness.pivotDate, pivotDate(next)];
  const isSame = before === wanted;
  const isByOldDate = !isSame && filers > MAX_FILERS_READ;
  const after = isByOldDate ? before : wanted;
  const counts = isSame || isByOldDate ? readiness.byState : await countFor(after, { version, services });
  const from = await mailedBy(old, { counts: readiness.byState, roster, pivotDate: before, services });
  const to = await mailedBy(next, { counts, roster, pivotDate: after, services });
  const ids = [...new Set([...to.keys(), ...from.keys()])];
  const phases = ids.map((id) => [id, { from: from.get(id) ?? null, to: to.get(id) ?? null }] as const);
  return { kind: 'counted', phases: new Map(phases), isByOldDate };
}

async function countFor(
  date: string | null,
  { version, services }: { version: string; services: Pick<Services, 'roster'> },
): Promise<StateCounts> {
  const counter = stateCounter(date);
  for await (const filer of services.roster.filers(version)) counter.add(filer);
  return counter.counts();
}

interface Counted {
  readonly counts: StateCounts;
  readonly roster: Pick<RosterVersion, 'version' | 'filers'>;
  /** The day for which they were counted. */
  readonly pivotDate: string | null;
  readonly services: AudienceServices;
}

/** How many emails each phase of a plan sends. */
async function mailedBy(
  plan: Plan | null,
  { counts, roster, pivotDate: date, services }: Counted,
): Promise<Map<string, number>> {
  if (!plan) return new Map();
  const suppressed = await suppressedCounts({ ...roster, pivotDate: date }, services);
  return new Map(
    phasesOf(plan).map(({ id, kind }) => [
      id,
      withoutSuppressed(audienceOf(kind, counts), suppressed).mailable,
    ]),
  );
}
