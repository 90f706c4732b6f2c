import type { BusEvent } from './pattern.ts';

/** A target of a rule, as the template writes it. */
export interface RuleTarget {
  readonly Id?: string;
  readonly Arn: string;
  readonly DeadLetterConfig?: { readonly Arn: string };
  /** What the target gets instead of the whole event. */
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
}

const KNOWN: ReadonlySet<string> = new Set(['Id', 'Arn', 'DeadLetterConfig', 'InputTransformer']);

/** @throws Error on a property that isn't known here. */
export function checkTarget(target: RuleTarget): void {
  const unknown = Object.keys(target).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) throw new Error(`Cannot read a target because ${unknown} is not known here`);
}

/**
 * What a target gets from an event: all of it, or its template filled from the event.
 * @throws Error on a path that isn't a plain one, such as `$.detail.phase`.
 */
export function inputOf(event: BusEvent, { InputTransformer: transformer }: Partial<RuleTarget>): string {
  if (!transformer) return JSON.stringify(event);
  const { InputPathsMap: paths = {}, InputTemplate } = transformer;
  const filled = InputTemplate.replaceAll(/<([\w.-]+)>/g, (whole, name: string) => {
    const path = paths[name];
    if (path === undefined) return whole;
    const value = valueAt(event, path);
    return typeof value === 'string' ? value : JSON.stringify(value ?? '');
  });
  return /^".*"$/s.test(filled) ? filled.slice(1, -1) : filled;
}

function valueAt(event: BusEvent, path: string): unknown {
  if (!/^\$(\.[\w-]+)*$/.test(path)) {
    throw new Error(`Cannot read an event because its path must be plain: it is ${path}`);
  }
  const names = path.split('.').slice(1);
  return names.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    event,
  );
}
