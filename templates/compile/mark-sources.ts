import { markLines } from '../../functions/email/markdown/line-marks.ts';
import type { Message } from './front-matter.ts';
import type { Sources } from './source.ts';

/** Where a line mark's text comes from. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Sources whose lines carry marks, and the places that the marks mean. */
export interface Marked {
  readonly sources: Sources;
  readonly messages: readonly Message[];
  readonly places: readonly Place[];
}

/** Marks each line of text in messages and partials, so that a fault in a rendering is found in its source. */
export function markSources(sources: Sources, messages: readonly Message[]): Marked {
  const places: Place[] = [];
  const marked = (text: string, { file, line: first }: Place) =>
    markLines(text, (line) => places.push({ file, line: first + line - 1 }) - 1);
  return {
    sources: {
      ...sources,
      partials: sources.partials.map((one) => ({ ...one, text: marked(one.text, { ...one, line: 1 }) })),
    },
    messages: messages.map((one) => {
      return { ...one, body: marked(one.body, { file: one.source.file, line: one.bodyLine }) };
    }),
    places,
  };
}
