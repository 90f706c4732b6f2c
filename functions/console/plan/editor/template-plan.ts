import { campaign } from '#campaign';
import { withPart } from '../../../domain/plan/plan-path.ts';
import { LEAVES } from './plan-fields.ts';

/** A new plan: the campaign's usual phases and every default, so that the forms show what a plan would have. */
export function templatePlan(launch: string): object {
  const { members, phases } = campaign.plan.template;
  const presets = LEAVES.filter(({ preset }) => preset !== undefined);
  const plan = presets.reduce<object>(
    (whole, { path, preset }) => withPart(whole, { at: path, part: preset }) as object,
    { name: launch },
  );
  return { ...plan, ...members, phases };
}
