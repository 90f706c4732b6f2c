import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { campaign } from '#campaign';
import type { Source, Sources, TemplateProblem } from './source.ts';

const root = join(import.meta.dirname, '..');

/**
 * Reads the campaign's messages and partials, and the layouts that all campaigns share, with a launch's own in their place.
 *
 * @param overrides a folder with `<partial>.md`, usually `templates/` beside `launch.json`; absent is fine
 */
export async function readSources(
  overrides?: string,
): Promise<{ sources: Sources; problems: TemplateProblem[] }> {
  const [messages, partials, layouts, own] = await Promise.all([
    readFolder(join(root, campaign.name, 'messages'), '.md'),
    readFolder(join(root, campaign.name, 'partials'), '.md'),
    readFolder(join(root, 'layouts'), '.hbs'),
    overrides ? readFolder(overrides, '.md') : [],
  ]);
  const named = new Map(partials.map((partial) => [partial.name, partial]));
  const problems = own
    .filter(({ name }) => !named.has(name))
    .map(({ file, name }) => ({
      file,
      line: 1,
      message: `no partial is called "${name}": a launch can override ${[...named.keys()].join(', ')}`,
    }));
  for (const partial of own) if (named.has(partial.name)) named.set(partial.name, partial);
  return { sources: { messages, partials: [...named.values()], layouts }, problems };
}

async function readFolder(folder: string, ending: string): Promise<Source[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -ending.length),
      file: relative(process.cwd(), join(folder, name)).split(sep).join('/'),
      text: (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}
