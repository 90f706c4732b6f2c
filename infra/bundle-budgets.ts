import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { aligned } from '../local/lib/aligned.ts';

/**
 * The size limit of each function's bundle, in kilobytes, by the function's id in the template: Lambda reads and compiles the
 * bundle at each cold start. Close to today's sizes, so that a package that slips in fails the build. Zod is in every bundle.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  // The plan editor, with Markdown for the court's own texts; the intake checks, for a corrected row; and 217 KB of styles, fonts
  // and scripts, which aren't parsed at the start. Prices and the example's usage: 5 KB. Messages to a group are written there:
  // pages and checks (29 KB), and two more templates (12 KB).
  Console: 2_470,
  // Both check plans: they need the templates, to search the emails for links, and an HTML parser.
  PlanLaunch: 1_290,
  Act: 1_250,
  // Every message's templates, which tell each reader's case apart, and what makes MIME of them.
  SendEmail: 975,
  StartPhase: 935,
};
/** The limit of all other functions. Intake is the largest: it parses CSV and workbooks, and has an SQS client (26 KB). */
const OTHERS = 915;

/** A function's bundle. */
export interface BundleSize {
  /** The function's id in the template. */
  readonly id: string;
  readonly file: string;
  readonly kilobytes: number;
  readonly most: number;
}

interface Resource {
  readonly Properties: { readonly Code?: { readonly S3Key: string } };
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** The bundles that were made for a synthesized app, the largest first. */
export function bundleSizes({ stacks, directory }: CloudAssembly): BundleSize[] {
  const resources = stacks.flatMap(({ template }) => Object.entries<Resource>(template.Resources));
  const sizes = resources.flatMap(([id, { Properties, Metadata }]): BundleSize[] => {
    if (!Metadata?.['crier:entry']) return [];
    const asset = Properties.Code!.S3Key.replace(/\.zip$/, '');
    const file = join(directory, `asset.${asset}`, 'index.mjs');
    // CDK bundles the stacks that a command is about; `cdk list` bundles none.
    const found = statSync(file, { throwIfNoEntry: false });
    return found ? [{ id, file, kilobytes: found.size / 1000, most: BUDGETS[id] ?? OTHERS }] : [];
  });
  return sizes.toSorted((one, other) => other.kilobytes - one.kilobytes);
}

/** A table of bundles. */
export function sizesTable(sizes: readonly BundleSize[]): string {
  const rows = sizes.map(({ id, kilobytes, most }) => [id, Math.ceil(kilobytes), most] as const);
  return aligned(['Function', 'KB', 'Limit'], rows);
}

/** @throws Error naming each function whose bundle is above its budget. */
export function requireBudgets(sizes: readonly BundleSize[]): void {
  const above = sizes.filter(({ kilobytes, most }) => kilobytes > most);
  if (above.length === 0) return;
  const said = above.map(
    ({ id, kilobytes, most }) => `${id} is ${Math.ceil(kilobytes)} KB, above ${most} KB`,
  );
  throw new Error(
    `Cannot build because every bundle must be within its budget: ${said.join('; ')}. ` +
      'Find what slipped in, or raise the budget in infra/bundle-budgets.ts with the reason',
  );
}
