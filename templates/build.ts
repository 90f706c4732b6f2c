import { createHash, type Hash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { campaign } from '#campaign';
import type { Renderer, TemplateSpecs } from '../functions/email/render.ts';
import { buildStaffTemplates } from './build-staff.ts';
import type { Fault } from './compile/check-renders.ts';
import { checkTables } from './compile/check-tables.ts';
import type { Compiled } from './compile/compile.ts';
import type { Message } from './compile/front-matter.ts';
import { markSources } from './compile/mark-sources.ts';
import { readSources } from './compile/read-sources.ts';
import { lineOf, type Sources } from './compile/source.ts';

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
  const module = `${moduleText(compiled!)}export const wordingHash = '${await wordingHashOf(compiled!)}';\n`;
  await replace(out, { text: `${head}\n${module}`, sources });
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

/** Written beside, tried, and moved over: a reader never sees half a module, nor one that renders what it must not. */
async function replace(out: string, { text, sources }: { text: string; sources: Sources }): Promise<void> {
  const { faultsOf } = await import('./compile/check-renders.ts');
  const { readMessage } = await import('./compile/front-matter.ts');
  const messages = sources.messages.map(readMessage);
  const beside = out.replace(/\.js$/, `.${process.pid}.js`);
  try {
    const faults = faultsOf(await rendererAt(beside, text), messages);
    if (faults.length > 0) refuse(await problemsOf(faults, { beside, sources, messages }), 'they');
    await rename(beside, out);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Builds again from sources with line marks, to say where each fault comes from. */
async function problemsOf(
  faults: readonly Fault[],
  { beside, sources, messages }: { beside: string; sources: Sources; messages: readonly Message[] },
): Promise<string[]> {
  const { compiledFrom } = await import('./compile/compile.ts');
  const { placed } = await import('./compile/check-renders.ts');
  const marked = markSources(sources, messages);
  const path = beside.replace(/\.js$/, '.marked.js');
  try {
    const render = await rendererAt(path, moduleText(compiledFrom(marked.messages, marked.sources)));
    return placed(faults, { render, messages, places: marked.places }).map(lineOf);
  } finally {
    await rm(path, { force: true });
  }
}

async function rendererAt(path: string, module: string): Promise<Renderer> {
  await writeFile(path, module);
  const { templates } = (await import(`${pathToFileURL(path).href}?${Date.now()}`)) as {
    templates: TemplateSpecs;
  };
  const { rendererOf } = await import('../functions/email/render.ts');
  return rendererOf(templates);
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
