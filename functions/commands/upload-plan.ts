import type { Services } from '../aws/pick.ts';
import { personActor } from '../domain/actor.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { planEdits } from '../domain/plan/plan-edits.ts';
import { planHash } from '../domain/plan/plan-version.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { compactInstant } from '../domain/upload.ts';
import type { CommandContext } from './command-context.ts';

/** What uploading a plan needs. */
export type UploadServices = Pick<Services, 'auditLog' | 'clock' | 'log' | 'putPlan'>;

/** Who uploads a plan, and why. */
interface PlanUpload {
  /** Sign-in id of the person. */
  readonly person: string;
  /** Everyone who changed the draft that it comes from. @default from no draft */
  readonly editors?: readonly string[];
  readonly why: string;
  /** The active plan. */
  readonly before: Pick<StoredPlan, 'version' | 'plan'> | null;
  /** It postpones the launch in an emergency. @default false */
  readonly postpones?: boolean;
}

/**
 * Records a plan from the console first, then puts it where every upload of a plan goes, by which it takes effect.
 * @returns the plan's hash
 */
export async function uploadPlan(
  plan: Plan,
  { person, editors, why, before, postpones = false }: PlanUpload,
  { services, requestId }: CommandContext<UploadServices>,
): Promise<string> {
  const { auditLog, clock, log, putPlan } = services;
  const at = clock.now().toString();
  const hash = planHash(plan);
  const key = `inbox/launch/console-${compactInstant(at)}-${hash}.json`;
  const by = personActor({ id: person });
  const edits = before ? planEdits(before.plan, plan) : {};
  await auditLog.put({
    at,
    requestId,
    act: {
      act: 'plan',
      key,
      hash,
      by,
      why,
      ...(postpones && { postpones }),
      ...(editors && { editors }),
      ...edits,
    },
    before: before ? [before.version] : [],
    after: [hash],
  });
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  await putPlan({ key, text, by: person, ...(editors && { editors }) });
  log.info('plan-uploaded', { hash });
  return hash;
}
