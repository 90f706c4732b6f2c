import { table } from '../../docs/guides/markdown.ts';
import type { Results } from '../lib/results.ts';
import { figureRows } from './figures.ts';

/** The pages with the figures, from the repository's root, and the marks around them. */
export const PAGES = ['README.md', 'bench/README.md'];
const [BEGIN, END] = ['<!-- npm run bench -->', '<!-- end of the figures -->'];

/** The page with the figures of these results in it. @throws Error when it has no place for them. */
export function withFigures(page: string, results: Results): string {
  const figures = table(['figure', 'measured', 'aim', ''], figureRows(results));
  return withMeasured(page, `${figures}\n${measuredWhen(results)}\n`);
}

/** The page with a text where its figures stand. @throws Error when it has no place for them. */
export function withMeasured(page: string, text: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`Cannot write the figures because the page must hold ${BEGIN} and ${END}`);
  return `${before}${BEGIN}\n${text}${END}${after}`;
}

/** When and on what each part was measured. */
function measuredWhen(results: Results): string {
  const parts = Object.entries(results).map(
    ([part, { measured, node, cores }]) => `${part} on ${measured} (Node ${node}, ${cores} cores)`,
  );
  return `Measured: ${parts.join('; ')}.`;
}
