import { globSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkMarkdown } from '../functions/email/markdown/check-markdown.ts';
import type { StaffTemplates } from '../functions/email/staff/staff-templates.generated.js';
import { readMessage } from './compile/front-matter.ts';
import { html, messageCode, plain } from './compile/message-code.ts';
import { lineOf } from './compile/source.ts';

const FOLDER = join(import.meta.dirname, 'staff');
const LAYOUTS = join(import.meta.dirname, 'layouts');
const GENERATED = join(import.meta.dirname, '../functions/email/staff/staff-templates.generated.js');

/**
 * Builds the notices to staff, which every campaign has alike. Their names are checked by tests, which render each of
 * them: a name that a notice doesn't have is an error there.
 * @throws Error naming every problem by file and line; the module stays as it was
 */
export async function buildStaffTemplates(): Promise<void> {
  const layout = { html: await layoutOf('email.html.hbs'), text: await layoutOf('email.txt.hbs') };
  const messages = await Promise.all(globSync(`${FOLDER}/messages/*.md`).sort().map(messageAt));
  const problems = messages.flatMap(({ source, problems, body, bodyLine }) => [
    ...problems,
    ...checkMarkdown(body, []).map(({ line, message }) => ({
      file: source.file,
      line: bodyLine + line - 1,
      message,
    })),
  ]);
  if (problems.length > 0) {
    const lines = problems.map(lineOf).join('\n');
    throw new Error(`Cannot build the notices to staff because they must be without error:\n${lines}`);
  }
  const code: Readonly<Record<keyof StaffTemplates, string>> = {
    messages: objectOf(
      messages.map((message) => [
        message.source.name,
        objectOf(Object.entries(messageCode(message, layout))),
      ]),
    ),
    htmlPartials: objectOf(await partials('.html.hbs', html)),
    textPartials: objectOf(await partials('.txt.hbs', plain)),
  };
  const text = `// Made by templates/build-staff.ts.\nexport const staffTemplates = ${objectOf(Object.entries(code))};\n`;
  if (text === (await readFile(GENERATED, 'utf8').catch(() => ''))) return;
  // Written beside and moved over: a reader never sees half a module.
  const beside = `${GENERATED}.${process.pid}`;
  await writeFile(beside, text);
  await rename(beside, GENERATED);
}

async function messageAt(file: string) {
  const text = await readFile(file, 'utf8');
  return readMessage({
    name: basename(file, '.md'),
    file: `templates/staff/messages/${basename(file)}`,
    text,
  });
}

async function partials(ending: string, compile: (text: string) => string): Promise<[string, string][]> {
  const files = globSync(`${FOLDER}/partials/*${ending}`).sort();
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      return [basename(file, ending), compile(await readFile(file, 'utf8'))];
    }),
  );
}

function layoutOf(name: string): Promise<string> {
  return readFile(join(LAYOUTS, name), 'utf8');
}

function objectOf(entries: readonly (readonly [name: string, code: string])[]): string {
  return `{${entries.map(([name, code]) => `${JSON.stringify(name)}: ${code},`).join('\n')}}`;
}

if (import.meta.main) await buildStaffTemplates();
