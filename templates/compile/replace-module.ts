import { rename, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Rendered } from '../../functions/email/render.ts';
import { type Case, faultsOf, placed } from './check-renders.ts';
import type { Message } from './front-matter.ts';
import type { Place } from './mark-sources.ts';
import type { TemplateProblem } from './source.ts';

/** A module of precompiled templates that is to take the place of the one before. */
export interface Candidate<Tried extends Case> {
  /** Path of the module. */
  readonly out: string;
  readonly text: string;
  /** The same module from sources with line marks, and what the marks mean. */
  readonly marked: () => { readonly text: string; readonly places: readonly Place[] };
  readonly messages: readonly Message[];
  readonly cases: () => Iterable<Tried>;
  /** @param module what the candidate exports */
  readonly rendererOf: (module: object) => (tried: Tried) => Rendered;
}

/**
 * Writes a module beside its place, renders every case with it, and moves it over: a reader never sees half a module, nor one
 * that renders what it must not. Only if something is wrong are the sources with marks built as well, to say where it comes from.
 * @returns what is wrong with its renderings; then the module stays as it was
 */
export async function replaceModule<Tried extends Case>({
  out,
  text,
  marked,
  messages,
  cases,
  rendererOf,
}: Candidate<Tried>): Promise<TemplateProblem[]> {
  const beside = out.replace(/\.js$/, `.${process.pid}.js`);
  const besideMarked = beside.replace(/\.js$/, '.marked.js');
  try {
    const faults = faultsOf(cases(), { render: rendererOf(await moduleAt(beside, text)), messages });
    if (faults.length === 0) {
      await rename(beside, out);
      return [];
    }
    const { text: markedText, places } = marked();
    const render = rendererOf(await moduleAt(besideMarked, markedText));
    return placed(faults, { render, messages, places });
  } finally {
    await Promise.all([rm(beside, { force: true }), rm(besideMarked, { force: true })]);
  }
}

async function moduleAt(path: string, text: string): Promise<object> {
  await writeFile(path, text);
  return (await import(`${pathToFileURL(path).href}?${Date.now()}`)) as object;
}
