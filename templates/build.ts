import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compiled, compile } from './compile/compile.ts';
import { readSources } from './compile/read-sources.ts';
import { lineOf } from './compile/source.ts';

/** The module that the emails are rendered with. */
const GENERATED = join(import.meta.dirname, '../functions/emails/templates.generated.js');

export interface BuildOptions {
  /** Folder with a launch's own partials, usually `templates/` beside `launch.json`. @default none */
  readonly overrides?: string;
  /** Where the module goes. @default functions/emails/templates.generated.js */
  readonly out?: string;
}

/**
 * Builds the templates into one module of precompiled functions; leaves the file alone when nothing changed.
 *
 * @throws Error naming every problem by file and line; the module stays as it was
 */
export async function buildTemplates({ overrides, out = GENERATED }: BuildOptions = {}): Promise<void> {
  const { sources, problems: unread } = await readSources(overrides);
  const { compiled, problems } = compile(sources);
  const all = [...unread, ...problems];
  if (!compiled || all.length > 0)
    throw new Error(
      `Cannot build the templates because they must be without error:\n${all.map(lineOf).join('\n')}`,
    );
  await writeIfChanged(out, moduleText(compiled));
}

/** Written beside and moved over, so that a reader never sees half a module. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return;
  const beside = `${path}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, path);
}

function moduleText({ messages, htmlPartials, textPartials }: Compiled): string {
  const entries = (specs: Readonly<Record<string, string>>) =>
    Object.entries(specs).map(([name, spec]) => `${JSON.stringify(name)}: ${spec},`);
  return [
    '// Made by templates/build.ts from templates/: change those.',
    'export const templates = {',
    'messages: {',
    ...Object.entries(messages).map(
      ([name, specs]) => `${JSON.stringify(name)}: {${entries(specs).join('\n')}},`,
    ),
    '},',
    `htmlPartials: {${entries(htmlPartials).join('\n')}},`,
    `textPartials: {${entries(textPartials).join('\n')}},`,
    '};',
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
