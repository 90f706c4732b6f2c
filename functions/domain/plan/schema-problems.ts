import { closestMatch } from 'leven';
import * as z from 'zod';
import { counted } from '../../lib/count.ts';
import { type Finding, shown, valueAt } from './problem.ts';

type Schema = z.core.$ZodType;
type Issue = z.core.$ZodIssue;

/** What is wrong with the structure of a value, in words. @param issues what zod says about it */
export function schemaProblems(
  issues: readonly Issue[],
  { schema, value }: { schema: Schema; value: unknown },
): Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, { schema, value }));
}

function findingsOf(issue: Issue, { schema, value }: { schema: Schema; value: unknown }): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysOf(schemaAt(schema, issue.path));
    return issue.keys.map((key) => ({
      at: [...issue.path, key],
      found: shown(key),
      message: strangeKey(key, known),
    }));
  }
  const found = valueAt(value, issue.path);
  const message = found === undefined ? missing(issue, schema) : expectation(issue);
  return [{ at: issue.path, found: shown(found), message }];
}

function strangeKey(key: string, known: readonly string[]): string {
  if (known.includes(key)) return 'must be left out here';
  // With more than half of a name wrong, it is no misspelling.
  const meant = closestMatch(key, known, { maxDistance: Math.ceil(key.length / 2) });
  return meant === undefined
    ? `must be one of ${list(known)}`
    : `must be a known name: did you mean ${shown(meant)}?`;
}

function missing({ path }: Issue, schema: Schema): string {
  const about = z.globalRegistry.get(schemaAt(schema, path) as never)?.description;
  return about ? `must be given: ${about}` : 'must be given';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be one of ${list(issue.values)}`;
    case 'invalid_union':
      return union(issue);
    case 'too_small':
      return bounded(issue.inclusive ? 'at least' : 'more than', issue.minimum, issue.origin);
    case 'too_big':
      return bounded(issue.inclusive ? 'at most' : 'less than', issue.maximum, issue.origin);
    default:
      return issue.message;
  }
}

/** A union with a discriminator names its values; another one is as its branches are. */
function union(issue: Issue & { code: 'invalid_union' }): string {
  if ('options' in issue && issue.options) return `must be one of ${list(issue.options)}`;
  const branches = issue.errors.flatMap(([first]) => (first ? [expectation(first)] : []));
  return branches.map((branch, index) => (index ? branch.replace(/^must be /, '') : branch)).join(' or ');
}

function bounded(bound: string, limit: number | bigint, origin: string): string {
  if (origin === 'array') return `must have ${bound} ${counted(Number(limit), 'entry', 'entries')}`;
  if (origin === 'string') return `must be ${bound} ${counted(Number(limit), 'character')} long`;
  return `must be ${bound} ${limit}`;
}

function list(values: readonly unknown[]): string {
  return values.map(shown).join(', ');
}

/** The schema at a path; of a union, the first that has the key. */
function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  return path.reduce<Schema | undefined>((at, key) => at && childOf(at, key), schema);
}

function childOf(schema: Schema, key: PropertyKey): Schema | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray) return inner.element;
  return objectsOf(inner).flatMap(({ shape }) => (Object.hasOwn(shape, key) ? [shape[String(key)]] : []))[0];
}

function keysOf(schema: Schema | undefined): string[] {
  return schema ? [...new Set(objectsOf(unwrapped(schema)).flatMap(({ shape }) => Object.keys(shape)))] : [];
}

function objectsOf(schema: Schema): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => objectsOf(unwrapped(option)));
  return [];
}

function unwrapped(schema: Schema): Schema {
  const wrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  return wrapped ? unwrapped(schema.unwrap()) : schema;
}
