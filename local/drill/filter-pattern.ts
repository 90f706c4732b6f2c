/** Reads one log line: whether a metric filter counts it. */
export type LineTest = (line: string) => boolean;

type Json = Readonly<Record<string, unknown>>;
type Test = (event: Json) => boolean;

/** A pattern's parts: brackets, `&&`, `||`, and comparisons such as `$.level = "ERROR"`. */
const TOKEN =
  /\s*(?:(?<sign>[()]|&&|\|\|)|(?<path>\$(?:\.\w+)+)\s*(?<operator><=|>=|=|<|>)\s*(?:"(?<text>[^"*\\]*)"|(?<number>-?\d+(?:\.\d+)?)(?![^\s)&|])))/y;

interface Token {
  readonly sign?: string;
  readonly path?: string;
  readonly operator?: string;
  readonly text?: string;
  readonly number?: string;
}

/**
 * Compiles a filter pattern of CloudWatch Logs. Supports only what Crier's filters use: patterns of JSON events with plain
 * paths that are equal to a text or compared with a number, `&&`, `||` and brackets.
 * @throws Error on anything else, such as a wildcard: a misread pattern would prove nothing.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/matching-terms-json-log-events.html
 */
export function filterPattern(pattern: string): LineTest {
  const body = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
  if (body === undefined) throw unknown(pattern, 'a pattern of JSON events, in braces');
  const tokens = tokensOf(body, pattern);
  const test = parseAny(tokens, pattern);
  if (tokens.length > 0) throw unknown(pattern, `its end, not ${JSON.stringify(tokens[0])}`);
  return (line) => {
    const event = eventOf(line);
    return event !== null && test(event);
  };
}

/** The number that a filter takes from a line that it counts. @param value A number, or a path such as `$.percent`. */
export function metricValue(value: string, line: string): number | null {
  if (!value.startsWith('$.')) return Number(value);
  const found = valueAt(eventOf(line) ?? {}, value);
  return typeof found === 'number' ? found : null;
}

function tokensOf(body: string, pattern: string): Token[] {
  const tokens: Token[] = [];
  const text = body.trimEnd();
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const match = TOKEN.exec(text);
    if (!match) throw unknown(pattern, `a comparison with a text or a number at "${text.slice(at).trim()}"`);
    tokens.push(match.groups as Token);
  }
  return tokens;
}

function parseAny(tokens: Token[], pattern: string): Test {
  const tests = [parseAll(tokens, pattern)];
  while (take(tokens, '||')) tests.push(parseAll(tokens, pattern));
  return (event) => tests.some((test) => test(event));
}

function parseAll(tokens: Token[], pattern: string): Test {
  const tests = [parseOne(tokens, pattern)];
  while (take(tokens, '&&')) tests.push(parseOne(tokens, pattern));
  return (event) => tests.every((test) => test(event));
}

function parseOne(tokens: Token[], pattern: string): Test {
  if (take(tokens, '(')) {
    const test = parseAny(tokens, pattern);
    if (!take(tokens, ')')) throw unknown(pattern, 'a closing bracket');
    return test;
  }
  const { path, operator, text, number } = tokens.shift() ?? {};
  if (path === undefined || operator === undefined) throw unknown(pattern, 'a comparison');
  if (text !== undefined) return textTest({ path, operator, text, pattern });
  return numberTest({ path, operator, number: Number(number) });
}

function take(tokens: Token[], sign: string): boolean {
  if (tokens[0]?.sign !== sign) return false;
  tokens.shift();
  return true;
}

function textTest(given: { path: string; operator: string; text: string; pattern: string }): Test {
  const { path, operator, text, pattern } = given;
  if (operator !== '=') throw unknown(pattern, 'a text compared by =');
  return (event) => valueAt(event, path) === text;
}

const COMPARISONS: Readonly<Record<string, (value: number, other: number) => boolean>> = {
  '=': (value, other) => value === other,
  '<': (value, other) => value < other,
  '<=': (value, other) => value <= other,
  '>': (value, other) => value > other,
  '>=': (value, other) => value >= other,
};

function numberTest({ path, operator, number }: { path: string; operator: string; number: number }): Test {
  const compare = COMPARISONS[operator]!;
  return (event) => {
    const value = valueAt(event, path);
    return typeof value === 'number' && compare(value, number);
  };
}

/** A line that isn't a JSON object matches no pattern of JSON events. */
function eventOf(line: string): Json | null {
  try {
    const event: unknown = JSON.parse(line);
    return typeof event === 'object' && event !== null && !Array.isArray(event) ? (event as Json) : null;
  } catch {
    return null;
  }
}

function valueAt(event: Json, path: string): unknown {
  const names = path.split('.').slice(1);
  return names.reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null;
    return isObject && Object.hasOwn(value, name) ? (value as Json)[name] : undefined;
  }, event);
}

function unknown(pattern: string, expected: string): Error {
  return new Error(`Cannot read the filter pattern ${pattern} because ${expected} is expected`);
}
