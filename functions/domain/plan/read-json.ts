import { type AnyNode, type ObjectNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { type Finding, type Problem, shown } from './problem.ts';

/** The value of a file with where everything is, or why the file is no JSON. */
type JsonReading =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Members that occur twice in one object: JSON lets the last one win and says nothing. */
      readonly repeated: readonly Finding[];
      /** Line of the value at the path, or of what surrounds it. */
      readonly lineOf: (path: readonly PropertyKey[]) => number;
    }
  | { readonly ok: false; readonly problem: Problem };

/** Reads strict JSON and keeps where everything is. A byte order mark is let pass. */
export function readJson(text: string): JsonReading {
  const json = text.replace(/^\ufeff/, '');
  const tooDeep = depthProblem(json);
  if (tooDeep) return { ok: false, problem: tooDeep };
  try {
    const value: unknown = JSON.parse(json);
    const { body } = parse(json);
    return { ok: true, value, repeated: repeatedIn(body, []), lineOf: (path) => lineAt(body, path) };
  } catch (error) {
    return { ok: false, problem: syntaxProblem(json, placeOf(json, error as Error)) };
  }
}

/** A plan needs five levels. Code that reads it uses more time and stack the deeper it is. */
const MAX_DEPTH = 20;

function depthProblem(json: string): Problem | null {
  let [depth, inText] = [0, false];
  for (let index = 0; index < json.length; index += 1) {
    const token = json[index]!;
    if (token === '"') inText = !inText;
    else if (inText && token === '\\') index += 1;
    else if (!inText && (token === '[' || token === '{')) depth += 1;
    else if (!inText && (token === ']' || token === '}')) depth -= 1;
    if (depth <= MAX_DEPTH) continue;
    const line = json.slice(0, index).split('\n').length;
    const message = `must be a launch plan, with brackets at most ${MAX_DEPTH} deep`;
    return { path: '$', line, found: `${shown(token)} in line ${line}, ${depth} deep`, message };
  }
  return null;
}

/** Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The engine names most places in its message; where it doesn't, the parser with places does. */
function placeOf(json: string, { message }: Error): Place {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const lines = json.split('\n');
  if (/end of JSON/.test(message)) return { line: lines.length, column: lines.at(-1)!.length + 1 };
  try {
    parse(json);
    return { line: 1, column: 1 };
  } catch (error) {
    const { line = 1, column = 1 } = error as Partial<Place>;
    return { line, column };
  }
}

function syntaxProblem(json: string, { line, column }: Place): Problem {
  const lines = json.split('\n');
  const rest = lines[line - 1]?.slice(column - 1) ?? '';
  const before = [...lines.slice(0, line - 1), lines[line - 1]?.slice(0, column - 1)].join('\n');
  const end = line < lines.length ? 'the end of the line' : 'the end of the file';
  const found = rest === '' ? end : shown(rest.slice(0, 1));
  const isExtraComma = /,\s*$/.test(before) && /^[}\]]/.test(rest);
  return {
    path: '$',
    line,
    found: `${found} in line ${line}, column ${column}`,
    message: `must be JSON: ${isExtraComma ? 'the comma before it is one too many' : 'this is out of place'}`,
  };
}

function lineAt(body: ValueNode, path: readonly PropertyKey[]): number {
  let node: AnyNode = body;
  for (const key of path) {
    const child: AnyNode | undefined = childOf(node, key);
    if (!child) break;
    node = child;
  }
  return node.loc.start.line;
}

function childOf(node: AnyNode, key: PropertyKey): ValueNode | undefined {
  if (node.type === 'Array') return node.elements[Number(key)]?.value;
  return node.type === 'Object' ? membersOf(node).get(String(key)) : undefined;
}

const members = new WeakMap<ObjectNode, ReadonlyMap<string, ValueNode>>();

/** The members of an object by name, the last of each: looked up once for every finding. */
function membersOf(node: ObjectNode): ReadonlyMap<string, ValueNode> {
  const known = members.get(node) ?? new Map(node.members.map((member) => [nameOf(member), member.value]));
  members.set(node, known);
  return known;
}

function repeatedIn(node: ValueNode, at: readonly PropertyKey[]): Finding[] {
  if (node.type === 'Array') {
    return node.elements.flatMap(({ value }, index) => repeatedIn(value, [...at, index]));
  }
  if (node.type !== 'Object') return [];
  const counts = new Map<string, number>();
  for (const member of node.members) counts.set(nameOf(member), (counts.get(nameOf(member)) ?? 0) + 1);
  const here = [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => ({
      at: [...at, name],
      found: `${shown(name)} ${count} times`,
      message: 'must appear only once: only one of them could count',
    }));
  return [...here, ...node.members.flatMap((member) => repeatedIn(member.value, [...at, nameOf(member)]))];
}

function nameOf({ name }: ObjectNode['members'][number]): string {
  return name.type === 'String' ? name.value : name.name;
}
