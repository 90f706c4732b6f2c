import Handlebars from 'handlebars';
import { NAMES } from '../../functions/emails/names.ts';
import type { Message } from './front-matter.ts';
import type { Source, Sources, TemplateProblem } from './source.ts';

const HELPERS = new Set(['if', 'unless', 'each']);

/** Finds unbalanced blocks, unknown names, unknown helpers and missing partials, each with file and line. */
export function checkNames({ partials, layouts }: Sources, messages: readonly Message[]): TemplateProblem[] {
  const known = new Set(partials.map(({ name }) => name));
  const check = (source: Source, text: string, firstLine = 1) =>
    parsed(text).flatMap(({ line, message }) => ({ file: source.file, line: line + firstLine - 1, message }));
  const parsed = (text: string) => problemsOf(text, known);
  return [
    ...partials.flatMap((source) => check(source, source.text)),
    ...layouts.flatMap((source) => check(source, source.text)),
    ...messages.flatMap((message) => [
      ...[message.label, message.subject, message.preview].flatMap((lines) =>
        [...lines].flatMap(([name, { text, line }]) => [
          ...check(message.source, text, line),
          ...(name === 'otherwise' || NAMES.has(`case.${name}`)
            ? []
            : [{ file: message.source.file, line, message: `unknown case "${name}"` }]),
        ]),
      ),
      ...check(message.source, message.body, message.bodyLine),
    ]),
  ];
}

interface Found {
  readonly line: number;
  readonly message: string;
}

function problemsOf(text: string, partials: ReadonlySet<string>): Found[] {
  try {
    const visitor = new NameVisitor(partials);
    visitor.accept(Handlebars.parse(text));
    return visitor.found;
  } catch (cause) {
    return [parseProblem(cause as Error)];
  }
}

function parseProblem({ message }: Error): Found {
  const line = Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);
  return { line, message: `cannot be read: ${message.split('\n').at(-1)}` };
}

class NameVisitor extends Handlebars.Visitor {
  readonly found: Found[] = [];
  readonly #partials: ReadonlySet<string>;

  constructor(partials: ReadonlySet<string>) {
    super();
    this.#partials = partials;
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = (partial.name as hbs.AST.PathExpression).original;
    if (!this.#partials.has(String(name))) this.#say(partial, `no partial is called "${name}"`);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    if (!HELPERS.has(String(name))) this.#say(block, `no helper is called "${name}": use if, unless or each`);
    this.acceptArray(block.params);
    if (block.program) this.accept(block.program);
    if (block.inverse) this.accept(block.inverse);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.#say(mustache, 'values must be escaped: write {{name}}, not {{{name}}}');
    super.MustacheStatement(mustache);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    if (path.original === 'this' || NAMES.has(path.original)) return;
    this.#say(path, `unknown name "${path.original}"`);
  }

  #say({ loc }: hbs.AST.Node, message: string): void {
    this.found.push({ line: loc.start.line, message });
  }
}
