import { describe, expect, it } from 'vitest';
import { SAMPLES } from '#email-samples';
import { templates } from '#templates';
import { CORRECTION, ONE_OFF, PAGE } from '../../../functions/domain/plan/kinds.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import { rendererOf } from '../../../functions/email/render.ts';
import { scenarios } from '../../../templates/compile/scenarios.ts';

/** They say what the court has to say, and ask for no step. */
const WITHOUT_BOX: ReadonlySet<string> = new Set([CORRECTION, ONE_OFF]);
const BUTTON = '<a [^>]*class="button"';
const REASON =
  '<p[^>]*>(?:There is no button here because|Start with |Passwords can no longer|Our help desk needs to)[^<]+\\.</p>';

describe('every box of an action', () => {
  it('has one button, or says why not, where its reader has steps', () => {
    const render = rendererOf(templates);
    const without = new Set<string>();
    for (const { name, message, model } of scenarios()) {
      if (message === PAGE) continue;
      const boxes = [...render(message, model).html.matchAll(/<div class="box"[^>]*>([\s\S]*?)<\/div>/g)];
      const found = boxes.map(([box]) => box.match(new RegExp(`${BUTTON}|${REASON}`, 'g'))?.length);
      const hasSteps = Object.values(model.step).some((number) => number > 0);
      const wanted = WITHOUT_BOX.has(message) ? [[]] : hasSteps ? [[1]] : [[1], [undefined]];
      if (!wanted.some((counts) => counts.join() === found.join())) without.add(name);
    }
    expect([...without]).toEqual([]);
  });
});

describe('every letter', () => {
  it.each(SAMPLES)('names its account: $kind to $who, $place', ({ input }) => {
    expect(letterOf(input).text).toMatch(new RegExp(`account(?: number)?:? ${input.filer.userId}\\b`));
  });
});
