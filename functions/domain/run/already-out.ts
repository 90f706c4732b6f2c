import type { Fact } from '../send/fact.ts';
import { FACTS } from '../send/status.ts';
import type { Attempt } from './run.ts';

/**
 * Whether a further attempt must not go out, by the facts of its filer. To the same address: SES took an earlier one. To the
 * secondary one: nothing bounced for good, somebody complained, or another attempt that SES took didn't bounce.
 */
export function isOut({ to }: Pick<Attempt, 'to'>, facts: readonly Fact[]): boolean {
  const taken = facts.filter(({ kind }) => FACTS[kind].proof);
  if (to !== 'secondary') return taken.length > 0;
  const bounced = new Set(facts.filter(({ kind }) => kind === 'bounced').map(({ attempt }) => attempt));
  const complained = facts.some(({ kind }) => kind === 'complained');
  return bounced.size === 0 || complained || taken.some(({ attempt }) => !bounced.has(attempt));
}
