import { leftOverFinder } from '../../functions/email/left-overs.ts';
import type { LeftOver } from '../../functions/email/read-blocks.ts';
import type { Rendered } from '../../functions/email/render.ts';
import type { Lines, Message } from './front-matter.ts';
import type { Place } from './mark-sources.ts';
import type { TemplateProblem } from './source.ts';

/** Gmail cuts a message off at 102 KB; ours stay far below. */
const MAX_BYTES = 40 * 1024;

/** One case that a message must be able to render. */
export interface Case {
  /** `notice, needs-upgrade, confirm-individual, inferred` */
  readonly name: string;
  readonly message: string;
  /** Its `case`, if it has one, says which of the front matter's lines by case are its own. */
  readonly model: object;
}

/** The messages, and what renders a case of them. */
interface Trial<Tried extends Case> {
  readonly render: (tried: Tried) => Rendered;
  readonly messages: readonly Message[];
}

/** Something wrong with what a case renders. */
export interface Fault<Tried extends Case> extends LeftOver {
  readonly scenario: Tried;
  /** In the message's front matter. */
  readonly line?: number;
}

/**
 * Where the faults come from, found by rendering their cases again.
 * @param render renders sources whose lines have marks
 * @param places what the marks mean
 * @returns each problem once, with the first case that has it
 */
export function placed<Tried extends Case>(
  faults: readonly Fault<Tried>[],
  { render, messages, places }: Trial<Tried> & { readonly places: readonly Place[] },
): TemplateProblem[] {
  const again = faultsOf(new Set(faults.map(({ scenario }) => scenario)), { render, messages });
  const problems = new Map<string, TemplateProblem>();
  for (const { scenario, message, excerpt, line, number } of faults) {
    const start = { file: fileOf(scenario, messages), line: line ?? 1 };
    const alike = again.filter((one) => one.message === message && one.number !== null);
    // With marks, lines of the text part break elsewhere.
    const marked = (alike.find((one) => one.excerpt === excerpt) ?? alike[0])?.number;
    const place = line ? start : (places[number ?? marked ?? -1] ?? start);
    const key = `${place.file}:${place.line}: ${message}`;
    const words = excerpt ? `: "${excerpt}"` : '';
    if (!problems.has(key)) problems.set(key, { ...place, message: `${message}${words} (${scenario.name})` });
  }
  return [...problems.values()].sort((one, other) =>
    one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
  );
}

function fileOf({ message }: Case, messages: readonly Message[]): string {
  return messages.find(({ source }) => source.name === message)!.source.file;
}

/**
 * Renders every case: nothing may be missing, left over, cut, empty or too large. Each fault is there once for its message.
 * Many cases render the same, which is searched once.
 */
export function faultsOf<Tried extends Case>(
  tried: Iterable<Tried>,
  { render, messages }: Trial<Tried>,
): Fault<Tried>[] {
  const faults = new Map<string, Fault<Tried>>();
  const left = leftOverFinder();
  const seen = new Set<string>();
  const broken = new Set<string>();
  for (const scenario of tried) {
    if (broken.has(scenario.message)) continue;
    const message = messages.find(({ source }) => source.name === scenario.message)!;
    for (const found of renderedFaults(scenario, message)) {
      const key = `${scenario.message} ${found.message} ${found.excerpt}`;
      if (!faults.has(key)) faults.set(key, { ...found, scenario });
    }
  }
  return [...faults.values()];

  function renderedFaults(scenario: Tried, message: Message): Omit<Fault<Tried>, 'scenario'>[] {
    try {
      const rendered = render(scenario);
      const key = `${scenario.message}\n${rendered.subject}\n${rendered.html}\n${rendered.text}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const lines = inLines(rendered, { left, scenario, message });
      const parts = inParts(rendered, left);
      return [...lines, ...parts.filter((one) => !lines.some(({ message }) => message === one.message))];
    } catch (cause) {
      broken.add(scenario.message);
      return [{ message: `cannot be rendered: ${(cause as Error).message}`, number: null }];
    }
  }
}

type Finder = ReturnType<typeof leftOverFinder>;

/** Subject and preview, whose lines the front matter has. The HTML shows them again. */
function inLines(
  { subject, preview }: Rendered,
  { left, scenario, message }: { left: Finder; scenario: Case; message: Message },
): Omit<Fault<Case>, 'scenario'>[] {
  const { case: cases = {} } = scenario.model as { case?: Readonly<Record<string, boolean>> };
  const lineOf = (lines: Lines) =>
    ([...lines].find(([name]) => cases[name]) ?? ['', lines.get('otherwise')!])[1].line;
  const leftIn = (text: string, lines: Lines) =>
    left.inLine(text).map((one) => ({ ...one, line: lineOf(lines) }));
  return [
    ...leftIn(subject, message.subject),
    ...(subject ? [] : [{ message: 'the subject is empty', number: null, line: lineOf(message.subject) }]),
    ...leftIn(preview, message.preview),
  ];
}

function inParts({ html, text }: Rendered, left: Finder): LeftOver[] {
  const bytes = Buffer.byteLength(html);
  const inHtml = left.inHtml(html);
  return [
    ...inHtml,
    ...left.inText(text).filter(({ message }) => !inHtml.some((one) => one.message === message)),
    ...(bytes > MAX_BYTES ? [{ message: `the HTML is larger than ${MAX_BYTES} bytes`, number: null }] : []),
  ];
}
