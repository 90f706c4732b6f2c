import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { markLines, markOf } from '../../functions/email/markdown/line-marks.ts';
import { type Message, readMessage } from './front-matter.ts';
import type { Place } from './mark-sources.ts';
import type { Source } from './source.ts';

/** All files of the notices to staff. */
export interface StaffSources {
  readonly messages: readonly Message[];
  readonly htmlPartials: readonly Source[];
  readonly textPartials: readonly Source[];
  readonly layout: { readonly html: Source; readonly text: Source };
}

/** Reads the notices to staff. @param folder has `messages/` and `partials/` */
export async function readStaffSources(folder: string): Promise<StaffSources> {
  const layouts = join(import.meta.dirname, '../layouts');
  const [messages, htmlPartials, textPartials, html, text] = await Promise.all([
    read(`${folder}/messages/*.md`),
    read(`${folder}/partials/*.html.hbs`),
    read(`${folder}/partials/*.txt.hbs`),
    readSource(join(layouts, 'email.html.hbs')),
    readSource(join(layouts, 'email.txt.hbs')),
  ]);
  return { messages: messages.map(readMessage), htmlPartials, textPartials, layout: { html, text } };
}

function read(pattern: string): Promise<Source[]> {
  return Promise.all(globSync(pattern).sort().map(readSource));
}

async function readSource(path: string): Promise<Source> {
  return {
    name: basename(path).split('.')[0]!,
    file: relative(process.cwd(), path).split(sep).join('/'),
    text: (await readFile(path, 'utf8')).replaceAll('\r\n', '\n'),
  };
}

/** Text in HTML: behind a tag, where another tag doesn't follow. */
const TEXT = /(?<=[a-z0-9"/]>)(?=[^<\s])/g;

/** The same sources with a mark before each text, and what the marks mean. */
export function markStaffSources(sources: StaffSources): {
  readonly sources: StaffSources;
  readonly places: readonly Place[];
} {
  const places: Place[] = [];
  const numberOf = (place: Place) => places.push(place) - 1;
  const inMarkdown = (text: string, { file, line: first }: Place) =>
    markLines(text, (line) => numberOf({ file, line: first + line - 1 }));
  const inHtml = ({ file, text }: Source) =>
    text.replaceAll(TEXT, (_, at: number) =>
      markOf(numberOf({ file, line: text.slice(0, at).split('\n').length })),
    );
  return {
    sources: {
      ...sources,
      messages: sources.messages.map((one) => {
        return { ...one, body: inMarkdown(one.body, { file: one.source.file, line: one.bodyLine }) };
      }),
      htmlPartials: sources.htmlPartials.map((one) => ({ ...one, text: inHtml(one) })),
      textPartials: sources.textPartials.map((one) => {
        return { ...one, text: inMarkdown(one.text, { ...one, line: 1 }) };
      }),
    },
    places,
  };
}
