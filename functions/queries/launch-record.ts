import type { Services } from '../aws/pick.ts';
import type { AuditEntry } from '../domain/audit-entry.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';

/** Everything that was decided in a launch, for reports that look back. */
export interface LaunchRecord {
  /** Every plan that was active, oldest first. */
  readonly plans: readonly StoredPlan[];
  /** The latest entries of the audit log, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** There are older entries than these. */
  readonly isCut: boolean;
}

/** Each entry is an object of its own to read. A launch with two uploads a day has about 500 in eight months. */
const MAX_ENTRIES = 2000;
const PAGE = 250;

/** Reads back a launch's plans and commands. */
export async function launchRecord(services: Pick<Services, 'plans' | 'auditReader'>): Promise<LaunchRecord> {
  const [plans, { entries, isCut }] = await Promise.all([plansOf(services), entriesOf(services)]);
  return { plans: plans.reverse(), entries: entries.reverse(), isCut };
}

async function plansOf({ plans }: Pick<Services, 'plans'>): Promise<StoredPlan[]> {
  const found: StoredPlan[] = [];
  let before: string | undefined;
  do {
    const page = await plans.page({ limit: PAGE, before });
    found.push(...page.plans);
    before = page.next ?? undefined;
  } while (before !== undefined);
  return found;
}

async function entriesOf({
  auditReader,
}: Pick<Services, 'auditReader'>): Promise<{ entries: AuditEntry[]; isCut: boolean }> {
  const found: AuditEntry[] = [];
  while (found.length < MAX_ENTRIES) {
    const last = found.at(-1);
    const page = await auditReader.entries(PAGE, last && `${last.at}#${last.requestId}`);
    found.push(...page);
    if (page.length < PAGE) return { entries: found, isCut: false };
  }
  return { entries: found, isCut: true };
}
