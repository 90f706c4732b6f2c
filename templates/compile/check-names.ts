import Handlebars from 'handlebars';
import type { Found } from '../../functions/email/markdown/found.ts';

const BLOCKS = new Set(['if', 'unless', 'each']);

/** What a template may name. */
export interface Known {
  readonly partials: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** Inside each. @default only `this` */
  readonly inEach?: ReadonlySet<string>;
}

const THIS: ReadonlySet<string> = new Set(['this']);

/** Finds unbalanced blocks, unknown names, unknown block tags and missing partials, each with its line. */
export function checkNames(text: string, known: Known): Found[] {
  try {
    const visitor = new NameVisitor(known);
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
  readonly #known: Required<Known>;
  #eachDepth = 0;

  constructor({ partials, names, inEach = THIS }: Known) {
    super();
    this.#known = { partials, names, inEach };
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const name = (partial.name as hbs.AST.PathExpression).original;
    if (!this.#known.partials.has(String(name))) this.#say(partial, `no partial is called "${name}"`);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = block.path.original;
    if (!BLOCKS.has(String(name))) this.#say(block, `no block is called "${name}": use if, unless or each`);
    this.acceptArray(block.params);
    this.#eachDepth += name === 'each' ? 1 : 0;
    if (block.program) this.accept(block.program);
    this.#eachDepth -= name === 'each' ? 1 : 0;
    if (block.inverse) this.accept(block.inverse);
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) this.#say(mustache, 'values must be escaped: write {{name}}, not {{{name}}}');
    super.MustacheStatement(mustache);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    const { names, inEach } = this.#known;
    const known = this.#eachDepth > 0 ? inEach : names;
    if (known.has(path.original)) return;
    const only = [...inEach].map((name) => `"${name}"`).join(', ');
    const inside =
      this.#eachDepth > 0 ? `: inside each there is only ${only}` : nearest(path.original, names);
    this.#say(path, `unknown name "${path.original}"${inside}`);
  }

  #say({ loc }: hbs.AST.Node, message: string): void {
    this.found.push({ line: loc.start.line, message });
  }
}

/** `: did you mean "launch.goLive.at"?` for a name with the same last part, or nothing. */
function nearest(name: string, names: ReadonlySet<string>): string {
  const last = name.split('.').at(-1)!.toLowerCase();
  const near = [...names].find((known) => known.toLowerCase().endsWith(last));
  return near ? `: did you mean "${near}"?` : '';
}
