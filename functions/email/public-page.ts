import type { Temporal } from 'temporal-polyfill';
import { templates } from '#templates';
import { PAGE } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { ownTexts } from './own-texts.ts';
import { publicModel } from './public-model.ts';
import { type Renderer, rendererOf } from './render.ts';

/**
 * The notice for the court's website as one HTML file: the emails' own steps, all of them.
 *
 * @param at before the pivot it says what to prepare, after it what to do
 */
export function publicPage(plan: Plan, at: Temporal.Instant): string {
  return publicPageWith(rendererOf(templates), { plan, at });
}

/** The same with other templates, such as a launch's own. */
export function publicPageWith(render: Renderer, { plan, at }: { plan: Plan; at: Temporal.Instant }): string {
  return render(PAGE, publicModel(plan, at), ownTexts(plan, PAGE)).html;
}
