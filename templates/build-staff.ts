import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkMarkdown } from '../functions/email/markdown/check-markdown.ts';
import type { Found } from '../functions/email/markdown/found.ts';
import { staffRendererOf } from '../functions/email/staff/render-staff.ts';
import type { StaffTemplates } from '../functions/email/staff/staff-templates.generated.js';
import { checkNames } from './compile/check-names.ts';
import { html, messageCode, plain } from './compile/message-code.ts';
import { replaceModule } from './compile/replace-module.ts';
import { lineOf, type TemplateProblem } from './compile/source.ts';
import { STAFF_NAMES, type StaffScenario, staffScenarios } from './compile/staff-scenarios.ts';
import { markStaffSources, readStaffSources, type StaffSources } from './compile/staff-sources.ts';

const FOLDER = join(import.meta.dirname, 'staff');
const GENERATED = join(import.meta.dirname, '../functions/email/staff/staff-templates.generated.js');

/** What to build, and where to. */
interface StaffBuildOptions {
  /** @default templates/staff */
  readonly folder?: string;
  /** @default functions/email/staff/staff-templates.generated.js */
  readonly out?: string;
}

/**
 * Builds the notices to staff, which every campaign has alike, after rendering each with nothing, little and everything to tell.
 * Does nothing when nothing has changed since the last build.
 * @throws Error naming every problem by file and line; the module stays as it was
 */
export async function buildStaffTemplates(options: StaffBuildOptions = {}): Promise<void> {
  const { folder = FOLDER, out = GENERATED } = options;
  const sources = await readStaffSources(folder);
  const head = `// Made by templates/build-staff.ts; change the templates instead. ${await hashOf(sources)}\n`;
  if ((await readFile(out, 'utf8').catch(() => '')).startsWith(head)) return;
  refuse(problemsOf(sources));
  refuse(
    await replaceModule({
      out,
      text: head + moduleText(sources),
      marked: () => {
        const marked = markStaffSources(sources);
        return { text: moduleText(marked.sources), places: marked.places };
      },
      messages: sources.messages,
      cases: staffScenarios,
      rendererOf: (module) => {
        const render = staffRendererOf((module as { staffTemplates: StaffTemplates }).staffTemplates);
        return ({ message, model }: StaffScenario) => render(message, model, { isTest: false });
      },
    }),
  );
}

/** Of all that the module depends on: the sources, what compiles and what renders them. */
async function hashOf(sources: StaffSources): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(sources));
  const root = join(import.meta.dirname, '..');
  const patterns = ['templates/build-staff.ts', 'templates/compile/*.ts', 'functions/email/**/*.ts'];
  for (const path of globSync(patterns, { cwd: root }).sort()) hash.update(await readFile(join(root, path)));
  return hash.digest('hex').slice(0, 16);
}

/** What the sources alone show. */
function problemsOf({ messages, htmlPartials, textPartials }: StaffSources): TemplateProblem[] {
  const known = { ...STAFF_NAMES, partials: new Set(htmlPartials.map(({ name }) => name)) };
  const at = (file: string, first: number, found: readonly Found[]) =>
    found.map(({ line, message }) => ({ file, line: first + line - 1, message }));
  return [
    ...messages.flatMap(({ source: { file }, problems, label, subject, preview, body, bodyLine }) => [
      ...problems,
      ...[label, subject, preview].flatMap((lines) =>
        [...lines.values()].flatMap(({ text, line }) => at(file, line, checkNames(text, known))),
      ),
      ...at(file, bodyLine, [...checkNames(body, known), ...checkMarkdown(body, [])]),
    ]),
    ...[...htmlPartials, ...textPartials].flatMap(({ file, text }) => at(file, 1, checkNames(text, known))),
  ];
}

function moduleText({ messages, htmlPartials, textPartials, layout }: StaffSources): string {
  const frames = { html: layout.html.text, text: layout.text.text };
  const code: Readonly<Record<keyof StaffTemplates, string>> = {
    messages: objectOf(
      messages.map((message) => [
        message.source.name,
        objectOf(Object.entries(messageCode(message, frames))),
      ]),
    ),
    htmlPartials: objectOf(htmlPartials.map(({ name, text }) => [name, html(text)])),
    textPartials: objectOf(textPartials.map(({ name, text }) => [name, plain(text)])),
  };
  return `export const staffTemplates = ${objectOf(Object.entries(code))};\n`;
}

function objectOf(entries: readonly (readonly [name: string, code: string])[]): string {
  return `{${entries.map(([name, code]) => `${JSON.stringify(name)}: ${code},`).join('\n')}}`;
}

function refuse(problems: readonly TemplateProblem[]): void {
  if (problems.length === 0) return;
  const lines = problems.map(lineOf).join('\n');
  throw new Error(`Cannot build the notices to staff because they must be without error:\n${lines}`);
}

if (import.meta.main) await buildStaffTemplates();
