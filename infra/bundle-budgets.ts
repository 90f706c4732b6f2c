import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { aligned } from '../local/lib/aligned.ts';

/**
 * The most kilobytes of a function's bundle, by its id in the template: what Lambda must read and compile at each start.
 * Near what they have now, so that a package that slips in fails the build. Zod is in every function.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  // The plan's editor with the Markdown of the court's texts, the checks of intake for a corrected row, and 217 KB of styles,
  // fonts and scripts, text that no one parses at the start. Prices, and what the example used: 5 KB.
  Console: 2_350,
  // What checks plans has the templates, whose emails it searches for links, and a parser of HTML.
  PlanLaunch: 1_230,
  Act: 1_200,
};
/** Of the others. Intake parses CSV and workbooks, and hides a message that failed, by a client of SQS (26 KB). */
const OTHERS = 920;

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
  return aligned(['Function', 'KB', 'At most'], rows);
}

/** @throws Error naming each function whose bundle is above its budget. */
export function requireBudgets(sizes: readonly BundleSize[]): void {
  const above = sizes.filter(({ kilobytes, most }) => kilobytes > most);
  if (above.length === 0) return;
  const said = above.map(
    ({ id, kilobytes, most }) => `${id} has ${Math.ceil(kilobytes)} KB, at most ${most}`,
  );
  throw new Error(
    `Cannot build because every bundle must be within its budget: ${said.join('; ')}. ` +
      'Find what slipped in, or raise the budget in infra/bundle-budgets.ts with the reason',
  );
}
