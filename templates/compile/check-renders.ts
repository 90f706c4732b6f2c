import type { Rendered, Renderer } from '../../functions/email/render.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { Sources, TemplateProblem } from './source.ts';

/** Gmail cuts a message off at 102 KB; ours stay far below. */
const MAX_BYTES = 40 * 1024;
/**
 * Renders every scenario: nothing may be missing, left over or too large.
 * @returns for each message the first problem, if any
 */
export function checkRenders(render: Renderer, { messages }: Sources): TemplateProblem[] {
  const problems = new Map<string, TemplateProblem>();
  for (const scenario of scenarios()) {
    if (problems.has(scenario.message)) continue;
    const [message] = problemsOf(render, scenario);
    const { file } = messages.find(({ name }) => name === scenario.message)!;
    if (message) problems.set(scenario.message, { file, line: 1, message: `${message} (${scenario.name})` });
  }
  return [...problems.values()];
}

function problemsOf(render: Renderer, { message, model }: Scenario): string[] {
  try {
    return leftOvers(render(message, model));
  } catch (cause) {
    return [`cannot be rendered: ${(cause as Error).message}`];
  }
}

function leftOvers({ subject, preview, html, text }: Rendered): string[] {
  const strange = [subject, preview, html, text]
    .map((output) => /\{\{|\[object|\bundefined\b|\bnull\b|\bNaN\b|[\ue000-\uf8ff]/.exec(output)?.[0])
    .find((found) => found !== undefined);
  return [
    ...(strange ? [`"${strange}" is left in the output`] : []),
    ...(subject ? [] : ['the subject is empty']),
    ...(Buffer.byteLength(html) > MAX_BYTES ? [`the HTML is larger than ${MAX_BYTES} bytes`] : []),
  ];
}
