import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, packageName } from './bundled-packages.ts';

const ROOT = join(import.meta.dirname, '..');
/** Where the notices are kept, beside the license. */
export const NOTICES = join(ROOT, 'THIRD-PARTY-NOTICES.md');

/** A library that is bundled into a function. */
interface Library {
  readonly name: string;
  readonly version: string;
  /** The SPDX id from its package.json. */
  readonly license: string;
  readonly copyrights: readonly string[];
  /** Its license's text without the copyright lines; empty where the package has no file of it. */
  readonly terms: string;
}

/**
 * The notices that must go with what is deployed: the libraries in the functions' bundles by esbuild's own account of
 * them, and the parts of the design system that the console serves. Markdown.
 */
export async function notices(): Promise<string> {
  const libraries = (await bundledPackages()).map(libraryIn);
  const rows = libraries.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  const groups = Map.groupBy(libraries, ({ license, terms }) => (license === 'Apache-2.0' ? license : terms));
  const sections = [...groups.values()].map(sectionOf);
  const table = ['| library | version | license |', '|---|---|---|', ...[...new Set(rows)]].join('\n');
  return `${[INTRODUCTION, table, ...sections.toSorted(), designSystem()].join('\n\n')}\n`;
}

const INTRODUCTION = `# Third-party notices

What Crier deploys contains the work of others: libraries in the functions' bundles, and parts of the U.S. Web Design
System in the console. \`npm run notices\` writes this page from \`node_modules\`; a test checks that it is current.`;

/** The folders of the packages that are in any bundle. */
async function bundledPackages(): Promise<string[]> {
  const { folders } = await bundles();
  const all = new Set(Object.values(folders).flat());
  return [...all].toSorted((a, b) => packageName(a).localeCompare(packageName(b)));
}

function libraryIn(folder: string): Library {
  const at = join(ROOT, folder);
  const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const file = readdirSync(at).find((name) => /^licen[sc]e/i.test(name));
  const text = file ? readFileSync(join(at, file), 'utf8') : '';
  const lines = text.split('\n').map((line) => line.trim());
  const isCopyright = (line: string) => /^copyright (\(c\)|\d{4})/i.test(line);
  const copyrights = lines.filter(isCopyright);
  return {
    name: packageName(folder),
    version,
    license,
    copyrights,
    terms: termsOf(lines.filter((line) => !isCopyright(line))),
  };
}

/** The terms alone: packages word the title and break the lines in their own ways. */
function termsOf(lines: readonly string[]): string {
  const paragraphs = lines
    .join('\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim());
  const terms = paragraphs.filter(
    (paragraph) => paragraph && !/^(#|=|\(?the )?.{0,20}licen[sc]e( \(\w+\))?=*$/i.test(paragraph),
  );
  return terms.join('\n\n').replaceAll(/["“”]/g, '"');
}

/** The libraries under the same terms, with their copyrights, and the terms once. */
function sectionOf(libraries: readonly Library[]): string {
  const [{ license, terms }] = libraries as [Library, ...Library[]];
  const names = [...new Set(libraries.map(({ name }) => name))];
  const notes = libraries.flatMap(({ name, copyrights }) => copyrights.map((line) => `- ${name}: ${line}`));
  const text = license === 'Apache-2.0' ? 'The text of the license is in [LICENSE](LICENSE).' : quoted(terms);
  return [`## ${license}: ${names.join(', ')}`, [...new Set(notes)].join('\n'), text]
    .filter(Boolean)
    .join('\n\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What the console serves of the design system; its own page says what of it is whose. */
function designSystem(): string {
  const at = join(ROOT, 'node_modules/@uswds/uswds');
  const { version } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  const font = readFileSync(join(ROOT, 'assets/licenses/OFL-1.1.txt'), 'utf8');
  return `## U.S. Web Design System ${version}

The console's styles are built from it, and its pages load its pictures, its icons and the font Public Sans. The design
system itself is in the public domain. The icons are Google's Material Icons under Apache-2.0, changed by the General
Services Administration; parts of the styles come from normalize.css (copyright Nicolas Gallagher and Jonathan Neal) and
modern-normalize (copyright Sindre Sorhus, Nicolas Gallagher and Jonathan Neal), both under the MIT license above.

Public Sans: copyright (c) 2015, Impallari Type (www.impallari.com), changed by the Public Sans project authors (U.S.
Web Design System), under the SIL Open Font License:

${quoted(font.trim())}`;
}

if (import.meta.main) writeFileSync(NOTICES, await notices());
