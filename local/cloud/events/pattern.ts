/** An event as EventBridge hands it on. */
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
/** `undefined` stands for a field that isn't there. */
type Test = (values: readonly unknown[]) => boolean;

/**
 * Reads an event pattern: objects nest, a list holds alternatives. Known are plain values, `prefix`, `suffix`,
 * `equals-ignore-case`, `anything-but` (values, prefix, suffix), `exists`, `numeric` and `wildcard`.
 * @throws Error on any other operator: a pattern read wrongly would lose events in silence.
 */
export function eventPattern(pattern: unknown): (event: unknown) => boolean {
  if (!isObject(pattern)) throw unknown('a pattern', pattern);
  const fields = Object.entries(pattern).map(([name, inner]) => {
    if (name === '$or') throw unknown('the operator', name);
    const matches = Array.isArray(inner) ? leaf(inner) : nested(inner);
    return (event: Record<string, unknown>) => matches(event[name]);
  });
  return (event) => {
    // What isn't there has no fields, which `exists: false` asks for.
    const object = event === undefined ? {} : event;
    return isObject(object) && fields.every((matches) => matches(object));
  };
}

/** A field that holds a list matches when any of its items does. */
function nested(pattern: unknown): Match {
  const matches = eventPattern(pattern);
  return (value) => (Array.isArray(value) ? value.some(matches) : matches(value));
}

function leaf(alternatives: readonly unknown[]): Match {
  const tests = alternatives.map(testOf);
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return tests.some((test) => test(values));
  };
}

function testOf(alternative: unknown): Test {
  if (!isObject(alternative)) return anyOf((value) => value === alternative);
  const [operator, ...others] = Object.keys(alternative);
  const read = operator === undefined || others.length > 0 ? undefined : OPERATORS[operator];
  if (!read) throw unknown('the operator', alternative);
  return read(alternative[operator!]);
}

const OPERATORS: Readonly<Record<string, (operand: unknown) => Test>> = {
  prefix: (operand) => anyOf(textTest('prefix', operand)),
  suffix: (operand) => anyOf(textTest('suffix', operand)),
  wildcard: (operand) => anyOf(textTest('wildcard', operand)),
  'equals-ignore-case': (operand) => anyOf(textTest('equals-ignore-case', operand)),
  exists: (operand) => {
    if (typeof operand !== 'boolean') throw unknown('exists', operand);
    return (values) => values.some((value) => value !== undefined) === operand;
  },
  numeric: (operand) => anyOf(numericTest(operand)),
  'anything-but': (operand) => {
    const excluded = excludedBy(operand);
    // A field that isn't there is not "anything".
    return (values) => values.some((value) => value !== undefined && !excluded(value));
  },
};

/** The operand of `anything-but`: values, or one operator whose operand may be a list. */
function excludedBy(operand: unknown): Match {
  if (!isObject(operand)) {
    const excluded = listOf(operand);
    if (excluded.some((value) => isObject(value))) throw unknown('anything-but', operand);
    return (value) => excluded.includes(value);
  }
  const [[operator, texts] = ['', null], ...others] = Object.entries(operand);
  if (others.length > 0) throw unknown('anything-but', operand);
  const tests = listOf(texts).map((text) => textTest(operator, text));
  return (value) => tests.some((test) => test(value));
}

function textTest(operator: string, operand: unknown): Match {
  if (typeof operand !== 'string') throw unknown(operator, operand);
  const test = TEXT_TESTS[operator];
  if (!test) throw unknown('the operator', operator);
  return (value) => typeof value === 'string' && test(value, operand);
}

const TEXT_TESTS: Readonly<Record<string, (value: string, operand: string) => boolean>> = {
  prefix: (value, operand) => value.startsWith(operand),
  suffix: (value, operand) => value.endsWith(operand),
  'equals-ignore-case': (value, operand) => value.toLowerCase() === operand.toLowerCase(),
  wildcard: (value, operand) =>
    new RegExp(`^${operand.split('*').map(escapeRegExp).join('.*')}$`, 's').test(value),
};

/** `['>', 0, '<=', 5]`: every comparison must hold. */
function numericTest(operand: unknown): Match {
  const parts = listOf(operand);
  const tests: ((value: number) => boolean)[] = [];
  for (let place = 0; place < parts.length; place += 2) {
    const compare = COMPARISONS[String(parts[place])];
    const bound = parts[place + 1];
    if (!compare || typeof bound !== 'number') throw unknown('numeric', operand);
    tests.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function anyOf(match: Match): Test {
  return (values) => values.some(match);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function unknown(what: string, found: unknown): Error {
  return new Error(
    `Cannot read an event pattern because ${what} is not known here: ${JSON.stringify(found)}`,
  );
}
