import { STATE_WORDS } from '../../domain/filer/state.ts';
import { GOAL_STATES, type GoalCount, percentOf } from '../../domain/run/goal.ts';
import { inSentence } from '../../domain/send/words.ts';
import { count } from '../../lib/count.ts';

/** What the goal is called inside a sentence. */
export const GOAL_WORDS = GOAL_STATES.map((state) => inSentence(STATE_WORDS[state])).join(' or ');

/** `258 of 291`, what the goal is called, `(89%)`. */
export function goalLabel(goal: GoalCount): string {
  const percent = percentOf(goal);
  return `${count(goal.reached)} of ${count(goal.of)} ${GOAL_WORDS}${percent ? ` (${percent})` : ''}`;
}
