import type { PhaseState } from '../phases/phase-state.ts';
import type { Need, NeedFacts } from './need.ts';
import { phaseNeeds } from './phase-needs.ts';

/** One-off messages that wait for approval, or were released and can't start. A draft needs no one. */
export function messageNeeds(facts: NeedFacts): Need[] {
  return (facts.messages ?? []).flatMap((message) => {
    const { oneOff } = message;
    if (oneOff?.frozenAt !== undefined) return phaseNeeds(message, facts);
    return oneOff?.submittedAt !== undefined ? [approvalNeed(message)] : [];
  });
}

function approvalNeed({ id, at, oneOff }: PhaseState): Need {
  return {
    title: `A message needs approval: ${oneOff!.subject}`,
    text: 'It will be sent only after an approver releases it.',
    since: at,
    href: `/messages/${id}`,
    action: 'Review message',
  };
}
