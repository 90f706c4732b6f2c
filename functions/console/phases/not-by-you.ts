import { loadAuthors } from '../../commands/approve-phase.ts';
import { personActor } from '../../domain/actor.ts';
import type { Person } from '../../domain/person.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import { APPROVAL_REFUSALS, mayApprove } from '../../domain/run/approval.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';

const NOT_APPROVER = 'Two-person approval is on. Only someone with the approver role can approve this phase.';

/** Why this person may not release a phase, though others in the same role may; `null`: they may. */
export async function whyNotYou(
  { id: phaseId, marks: { approval } }: Pick<PhaseState, 'id' | 'marks'>,
  {
    current,
    person,
    services,
  }: {
    current: CurrentPlan;
    person: Pick<Person, 'id' | 'role'>;
    services: Parameters<typeof loadAuthors>[1]['services'];
  },
): Promise<string | null> {
  if (!current.plan.twoPersonApproval) return null;
  if (person.role !== 'approver') return NOT_APPROVER;
  const authors = await loadAuthors(current, { last: approval, phaseId, services });
  const decision = mayApprove({ by: personActor(person), authors });
  return decision.approve ? null : APPROVAL_REFUSALS[decision.reason];
}
