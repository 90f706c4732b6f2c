/** An event as EventBridge delivers it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO instant, whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

type Match = (value: unknown) => boolean;

/**
 * Reads an event pattern: objects nest, a list holds alternatives. Known are plain values, `prefix` and `anything-but`
 * (values, or prefixes): what the template uses.
 * @throws Error on any other operator: a pattern that were read wrongly would lose events in silence.
 */
export function eventPattern(pattern: unknown): (event: unknown) => boolean {
  if (!isObject(pattern)) throw unknown('a pattern', pattern);
  const fields = Object.entries(pattern).map(([name, inner]) => {
    if (name === '$or') throw unknown('the operator', name);
    const matches = Array.isArray(inner) ? oneOf(inner) : nested(inner);
    return (event: Record<string, unknown>) => matches(event[name]);
  });
  return (event) => isObject(event) && fields.every((matches) => matches(event));
}

/** A field that holds a list matches when any of its items does. */
function nested(pattern: unknown): Match {
  const matches = eventPattern(pattern);
  return (value) => (Array.isArray(value) ? value.some(matches) : matches(value));
}

function oneOf(alternatives: readonly unknown[]): Match {
  const tests = alternatives.map(testOf);
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return tests.some((test) => values.some(test));
  };
}

function testOf(alternative: unknown): Match {
  if (!isObject(alternative)) return (value) => value === alternative;
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(alternative);
  if (others.length > 0) throw unknown('the operator', alternative);
  if (operator === 'prefix') return prefixTest(operand);
  if (operator === 'anything-but') return anythingBut(operand);
  throw unknown('the operator', alternative);
}

function prefixTest(prefix: unknown): Match {
  if (typeof prefix !== 'string') throw unknown('prefix', prefix);
  return (value) => typeof value === 'string' && value.startsWith(prefix);
}

/** The operand holds values, or `prefix` with one or more prefixes. */
function anythingBut(operand: unknown): Match {
  const excluded = isObject(operand) ? prefixesIn(operand) : valuesIn(operand);
  // A field that isn't there is not "anything".
  return (value) => value !== undefined && !excluded.some((test) => test(value));
}

function prefixesIn({ prefix, ...others }: Record<string, unknown>): Match[] {
  if (Object.keys(others).length > 0) throw unknown('anything-but', others);
  return listOf(prefix).map(prefixTest);
}

function valuesIn(operand: unknown): Match[] {
  return listOf(operand).map((excluded) => {
    if (isObject(excluded)) throw unknown('anything-but', operand);
    return (value) => value === excluded;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function unknown(what: string, found: unknown): Error {
  return new Error(
    `Cannot read an event pattern because ${what} is not known here: ${JSON.stringify(found)}`,
  );
}
