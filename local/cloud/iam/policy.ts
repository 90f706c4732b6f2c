/** A statement of a policy, as the template writes it once its references are resolved. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a caller asks for. */
export interface Request {
  /** Such as `dynamodb:PutItem`. */
  readonly action: string;
  /** ARN. */
  readonly resource: string;
  /** Values of condition keys. */
  readonly context?: Readonly<Record<string, string>>;
  /** The service that asks, for policies of resources: `events.amazonaws.com`. */
  readonly service?: string;
}

/** Whether a statement denies a request to everyone. */
export function isDenied(statements: readonly Statement[], request: Request): boolean {
  return statements.some((statement) => statement.Effect === 'Deny' && matches(statement, request));
}

/** Every request comes as AWS would see it: encrypted on its way. */
const CONTEXT = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

/**
 * Whether policies allow a request: one statement allows it and none denies it.
 * @throws Error on what this reading of policies doesn't know, so that nothing passes unread.
 */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const matching = statements.filter((statement) => matches(statement, request));
  return matching.length > 0 && matching.every(({ Effect }) => Effect === 'Allow');
}

/** Whether a statement is about a request, be it to allow or to deny it. @throws Error as `isAllowed` does. */
export function matches(statement: Statement, { action, resource, context, service }: Request): boolean {
  for (const key of Object.keys(statement)) {
    if (!KNOWN.has(key)) throw new Error(`Cannot read a policy because ${key} is not known here`);
  }
  return (
    list(statement.Action).some((pattern) => like(pattern.toLowerCase(), action.toLowerCase())) &&
    (statement.Resource === undefined || list(statement.Resource).some((arn) => like(arn, resource))) &&
    (statement.Principal === undefined || includesPrincipal(statement.Principal, service)) &&
    holds(statement.Condition ?? {}, { ...CONTEXT, ...context })
  );
}

const KNOWN = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Principal', 'Condition']);

function includesPrincipal(principal: NonNullable<Statement['Principal']>, service?: string): boolean {
  if (principal === '*') return true;
  return Object.entries(principal).some(([kind, values]) =>
    list(values).some((value) => value === '*' || (kind === 'Service' && value === service)),
  );
}

function holds(conditions: NonNullable<Statement['Condition']>, context: Record<string, string>): boolean {
  return Object.entries(conditions).every(([operator, tests]) => {
    if (operator === 'Null') return areNull(tests, context);
    const test = OPERATORS[operator];
    if (!test) throw new Error(`Cannot read a policy because the condition ${operator} is not known here`);
    return Object.entries(tests).every(([key, wanted]) => {
      const value = context[key];
      return value !== undefined && list(wanted as string | string[]).some((one) => test(String(one), value));
    });
  });
}

/** `Null`: whether each key has no value. */
function areNull(tests: Readonly<Record<string, unknown>>, context: Record<string, string>): boolean {
  return Object.entries(tests).every(
    ([key, isNull]) => (context[key] === undefined) === (String(isNull) === 'true'),
  );
}

const OPERATORS: Readonly<Record<string, (wanted: string, value: string) => boolean>> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (wanted, value) => wanted.toLowerCase() === value.toLowerCase(),
  NumericLessThan: (wanted, value) => Number(value) < Number(wanted),
};

/** Whether a value fits a pattern with `*` and `?`. */
function like(pattern: string, value: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === value;
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(value);
}

function list<Value>(value: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}
