import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { type Renderer, rendererOf, type TemplateSpecs } from '../../functions/email/render.ts';
import { buildTemplates } from '../build.ts';

/** A launch's folder as the tools read it: its plan, and the templates with its own partials. */
export interface Launch {
  readonly plan: Plan;
  readonly render: Renderer;
}

/**
 * Reads a plan and builds the templates with the folder `templates/` beside it.
 *
 * @throws Error naming everything that is wrong with the plan or a template
 */
export async function readLaunch(path: string): Promise<Launch> {
  const parsed = parsePlan(await readFile(path, 'utf8'));
  if (!parsed.ok) {
    const lines = parsed.problems.map(({ path: at, message }) => `${at}: ${message}`).join('\n');
    throw new Error(`Cannot use ${path} because the plan must be without error:\n${lines}`);
  }
  const { linkDomains } = parsed.plan;
  return { plan: parsed.plan, render: await rendererWith(join(dirname(path), 'templates'), linkDomains) };
}

/** Built into a module of its own, so that the one of the functions stays as it is. */
async function rendererWith(overrides: string, linkDomains: readonly string[]): Promise<Renderer> {
  const folder = await mkdtemp(join(tmpdir(), 'crier-templates-'));
  try {
    const out = join(folder, 'templates.js');
    await buildTemplates({ overrides, linkDomains, out });
    const { templates } = (await import(pathToFileURL(out).href)) as { templates: TemplateSpecs };
    return rendererOf(templates);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Runs a tool; what is wrong is said without a stack. */
export async function run(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n`);
    process.exitCode = 1;
  }
}
