import { createHash, type Hash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { campaign } from '#campaign';
import type { TemplateSpecs } from '../functions/email/render.ts';
import { buildStaffTemplates } from './build-staff.ts';
import { checkTables } from './compile/check-tables.ts';
import type { Compiled } from './compile/compile.ts';
import { markSources } from './compile/mark-sources.ts';
import { readSources } from './compile/read-sources.ts';
import type { Scenario } from './compile/scenarios.ts';
import { lineOf, type Sources, type TemplateProblem } from './compile/source.ts';

/** The module that the campaign's emails are rendered with: `#templates`. */
const GENERATED = join(import.meta.dirname, `../campaigns/${campaign.name}/templates.generated.js`);

/** What to build, and where to. */
interface BuildOptions {
  /** Folder with a launch's own partials, usually `templates/` beside `launch.json`. @default none */
  readonly overrides?: string;
  /** Domains to which links written out in a template may lead. @default ['uscourts.gov'] */
  readonly linkDomains?: readonly string[];
  /** Where the module goes. @default campaigns/NAME/templates.generated.js */
  readonly out?: string;
}

/**
 * Checks the campaign's tables and builds its templates into one module of precompiled functions, after rendering every
 * message for every state and flag. Builds the notices to staff as well. Takes a few milliseconds when nothing has changed since the last build.
 *
 * @throws Error naming every problem by file and row or line; the module stays as it was
 */
export async function buildTemplates(options: BuildOptions = {}): Promise<void> {
  const { overrides, linkDomains = ['uscourts.gov'], out = GENERATED } = options;
  await buildStaffTemplates();
  const { sources, problems } = await readSources(overrides);
  refuse(await checkTables(sources), "the campaign's tables");
  const head = `// Made by templates/build.ts; change the templates instead. ${await hashOf({ sources, linkDomains })}`;
  const before = await readFile(out, 'utf8').catch(() => '');
  if (problems.length === 0 && before.startsWith(`${head}\n`)) return;
  // Loaded here because it reads the tables at once, which only now are known to be right.
  const { compile } = await import('./compile/compile.ts');
  const { compiled, problems: found } = compile(sources, linkDomains);
  refuse([...problems, ...found].map(lineOf), 'they');
  refuse((await replace(out, { head, compiled: compiled!, sources })).map(lineOf), 'they');
}

/** What renders emails. */
const RENDERING = [
  'functions/email/*.ts',
  'functions/email/markdown/*.ts',
  'functions/domain/{plan,filer}/*.ts',
  'functions/lib/{clean,count,court-time,moment-words,plan-values,shown-hosts}.ts',
  'campaigns/*.ts',
  `campaigns/${campaign.name}/*.ts`,
];

/** Of all that the module depends on: the sources, what compiles and what renders them. */
async function hashOf(inputs: object): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(inputs));
  return hashWith(hash, ['templates/**/*.ts', ...RENDERING]);
}

/** Of all texts that emails may have, whatever the plan: the templates, the campaign's tables and what renders them. */
async function wordingHashOf(compiled: Compiled): Promise<string> {
  return hashWith(createHash('sha256').update(JSON.stringify(compiled)), RENDERING);
}

async function hashWith(hash: Hash, patterns: readonly string[]): Promise<string> {
  const root = join(import.meta.dirname, '..');
  for (const path of globSync(patterns, { cwd: root }).sort()) hash.update(await readFile(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** Tried before it takes the place of the one before. */
async function replace(
  out: string,
  { head, compiled, sources }: { head: string; compiled: Compiled; sources: Sources },
): Promise<readonly TemplateProblem[]> {
  const { compiledFrom } = await import('./compile/compile.ts');
  const { readMessage } = await import('./compile/front-matter.ts');
  const { replaceModule } = await import('./compile/replace-module.ts');
  const { scenarios } = await import('./compile/scenarios.ts');
  const { rendererOf } = await import('../functions/email/render.ts');
  const messages = sources.messages.map(readMessage);
  return replaceModule({
    out,
    text: `${head}\n${moduleText(compiled)}export const wordingHash = '${await wordingHashOf(compiled)}';\n`,
    marked: () => {
      const marked = markSources(sources, messages);
      return { text: moduleText(compiledFrom(marked.messages, marked.sources)), places: marked.places };
    },
    messages,
    cases: scenarios,
    rendererOf: (module) => {
      const render = rendererOf((module as { templates: TemplateSpecs }).templates);
      return ({ message, model }: Scenario) => render(message, model);
    },
  });
}

function refuse(problems: readonly string[], what: string): void {
  if (problems.length === 0) return;
  throw new Error(
    `Cannot build the templates because ${what} must be without error:\n${problems.join('\n')}`,
  );
}

function moduleText({ messages, htmlPartials, textPartials, ...others }: Compiled): string {
  const entries = (specs: Readonly<Record<string, string>>) =>
    Object.entries(specs).map(([name, spec]) => `${JSON.stringify(name)}: ${spec},`);
  return [
    'export const templates = {',
    'messages: {',
    ...Object.entries(messages).map(
      ([name, specs]) => `${JSON.stringify(name)}: {${entries(specs).join('\n')}},`,
    ),
    '},',
    `htmlPartials: {${entries(htmlPartials).join('\n')}},`,
    `textPartials: {${entries(textPartials).join('\n')}},`,
    '};',
    // Of these, what sends emails imports nothing: its bundle leaves them out.
    `export const sections = ${JSON.stringify(others.sections)};`,
    `export const sectionSources = {${entries(others.sectionSources).join('\n')}};`,
    `export const sourcePartials = {${entries(others.sourcePartials).join('\n')}};`,
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { overrides: { type: 'string' } } });
  try {
    await buildTemplates(values.overrides ? { overrides: values.overrides } : {});
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n`);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
