import { code } from './markdown.ts';

/** What of a JSON Schema the guides read. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
}

/** The head of a table of members. */
export const MEMBERS_HEAD = ['member', 'if left out', 'what it is'];

/** A row for every member that holds a value: its path, its default, what it is. */
export function memberRows(parent: JsonSchema, path = ''): string[][] {
  return Object.entries(parent.properties ?? {}).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name;
    if (inner.properties && !isTime(inner)) return memberRows(inner, here);
    return [[code(here), leftOut(inner, parent.required?.includes(name)), words(inner)]];
  });
}

/** Windows and moments have tables of their own: what they hold is the same everywhere. */
function isTime({ properties = {} }: JsonSchema): boolean {
  return 'from' in properties || 'anchor' in properties;
}

function leftOut({ default: value }: JsonSchema, isRequired = false): string {
  if (isRequired) return 'required';
  return value === undefined ? '' : code(JSON.stringify(value));
}

function words({ description = '', enum: values }: JsonSchema): string {
  return values
    ? `${description}. One of ${values.map((value) => code(`${value}`)).join(', ')}`
    : description;
}
