import { kindOf, PHASE_KINDS } from '../../../functions/domain/plan/kinds.ts';
import { launchSchema } from '../../../functions/domain/plan/launch-schema.ts';

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
}

const schema = JSON.parse(launchSchema()) as JsonSchema;
const member = (name: string): JsonSchema => schema.properties![name]!;

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** A row for every member that holds a value: path, default, what it is. */
function rowsOf(parent: JsonSchema, path: string): string[][] {
  return Object.entries(parent.properties ?? {}).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name;
    if (inner.properties && !isTime(inner)) return rowsOf(inner, here);
    return [[`\`${here}\``, leftOut(inner, parent.required?.includes(name)), words(inner)]];
  });
}

/** Windows and moments have tables of their own: what they hold is the same everywhere. */
function isTime({ properties = {} }: JsonSchema): boolean {
  return 'from' in properties || 'anchor' in properties;
}

function leftOut({ default: value }: JsonSchema, isRequired = false): string {
  if (isRequired) return 'required';
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``;
}

function words({ description = '', enum: values }: JsonSchema): string {
  return values ? `${description}. One of ${values.map((value) => `\`${value}\``).join(', ')}` : description;
}

const HEAD = ['member', 'when left out', 'what it is'];

/** Members of the top that aren't objects or lists of objects. */
const general = {
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties!).filter(
      ([, inner]) => !inner.properties && !inner.oneOf && !inner.items?.properties,
    ),
  ),
};

/** The tables of docs/launch-plan.md by section, as the schema has them. */
export const PLAN_TABLES: Readonly<Record<string, string>> = {
  general: table(HEAD, rowsOf(general, '')),
  court: table(HEAD, rowsOf(member('court'), 'court')),
  pacer: table(HEAD, rowsOf(member('pacer'), 'pacer')),
  outages: table(HEAD, rowsOf(member('outages'), 'outages')),
  wording: table(HEAD, rowsOf(member('wording'), 'wording')),
  phases: table(HEAD, rowsOf(member('phases').items!, 'phases[]')),
  window: table(HEAD, rowsOf(member('outages').properties!.filing!, '')),
  moment: table(HEAD, rowsOf(member('phases').items!.properties!.when!, '')),
  roster: table(HEAD, rowsOf(member('roster'), 'roster')),
  sending: table(HEAD, rowsOf(member('sending'), 'sending')),
  expiry: table(
    ['kind', 'expires'],
    PHASE_KINDS.map((kind) => [`\`${kind}\``, kindOf(kind).expires.words]),
  ),
};
