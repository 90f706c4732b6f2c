import { count } from '../../lib/count.ts';
import { inSentence } from '../../lib/letter-case.ts';
import { stateRow } from '../filer/rules.ts';
import { STATE_WORDS, STATES, type State } from '../filer/state.ts';
import { isEverMailed } from './audience.ts';

/** Filers by state; a state without filers may be left out. */
type Counts = Readonly<Partial<Record<State, number>>>;

/** The states that filers are meant to reach. */
export const GOAL_STATES: readonly State[] = STATES.filter((state) => stateRow(state).isGoal);

/** States in which a filer has yet to reach the goal. Those whom no phase is for aren't expected to. */
export const OPEN_STATES: readonly State[] = STATES.filter(
  (state) => isEverMailed(state) && !GOAL_STATES.includes(state),
);

/** How many filers have reached the goal, of those who are meant to. */
export interface GoalCount {
  readonly reached: number;
  readonly of: number;
  /** `of` less `reached`. */
  readonly left: number;
  /** Filers whom no phase is for, and who count for neither. */
  readonly others: number;
}

/** Counts the filers who have reached what the launch is for. */
export function goalOf(counts: Counts): GoalCount {
  const filersIn = (states: readonly State[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const [reached, left] = [filersIn(GOAL_STATES), filersIn(OPEN_STATES)];
  return { reached, of: reached + left, left, others: filersIn(STATES) - reached - left };
}

/** `89%`, rounded: but only everyone is `100%`, and only no one `0%`. `null` of no filers at all. */
export function percentOf({ reached, of }: Pick<GoalCount, 'reached' | 'of'>): string | null {
  if (of === 0) return null;
  const percent = Math.round((reached * 100) / of);
  if (percent === 0 && reached > 0) return 'less than 1%';
  return `${reached < of ? Math.min(percent, 99) : percent}%`;
}

/** What the goal is called inside a sentence. */
export const GOAL_WORDS = GOAL_STATES.map((state) => inSentence(STATE_WORDS[state])).join(' or ');

/** `258 of 291`, what the goal is called, `(89%)`. */
export function goalLabel(goal: GoalCount): string {
  const percent = percentOf(goal);
  return `${count(goal.reached)} of ${count(goal.of)} ${GOAL_WORDS}${percent ? ` (${percent})` : ''}`;
}
