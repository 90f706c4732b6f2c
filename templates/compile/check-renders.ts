import { leftOverFinder } from '../../functions/email/left-overs.ts';
import type { LeftOver } from '../../functions/email/read-blocks.ts';
import type { Rendered, Renderer } from '../../functions/email/render.ts';
import type { Lines, Message } from './front-matter.ts';
import type { Place } from './mark-sources.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import type { TemplateProblem } from './source.ts';

/** Gmail cuts a message off at 102 KB; ours stay far below. */
const MAX_BYTES = 40 * 1024;

/** Something wrong with what a scenario renders. */
export interface Fault extends LeftOver {
  readonly scenario: Scenario;
  /** In the message's front matter. */
  readonly line?: number;
}

/** Renders every scenario: nothing may be missing, left over, cut, empty or too large. */
export function faultsOf(render: Renderer, messages: readonly Message[]): Fault[] {
  return faultsIn(scenarios(), { render, messages });
}

/**
 * Where the faults come from, found by rendering their scenarios again.
 * @param render renders sources whose lines have marks
 * @param places what the marks mean
 * @returns each problem once, with the first scenario that has it
 */
export function placed(
  faults: readonly Fault[],
  { render, messages, places }: { render: Renderer; messages: readonly Message[]; places: readonly Place[] },
): TemplateProblem[] {
  const again = faultsIn(new Set(faults.map(({ scenario }) => scenario)), { render, messages });
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

function fileOf({ message }: Scenario, messages: readonly Message[]): string {
  return messages.find(({ source }) => source.name === message)!.source.file;
}

/** Each fault once for its message. Many scenarios render the same, which is searched once. */
function faultsIn(
  tried: Iterable<Scenario>,
  { render, messages }: { render: Renderer; messages: readonly Message[] },
): Fault[] {
  const faults = new Map<string, Fault>();
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

  function renderedFaults(scenario: Scenario, message: Message): Omit<Fault, 'scenario'>[] {
    try {
      const rendered = render(scenario.message, scenario.model);
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
  { left, scenario, message }: { left: Finder; scenario: Scenario; message: Message },
): Omit<Fault, 'scenario'>[] {
  const cases: Readonly<Record<string, boolean>> = scenario.model.case;
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
