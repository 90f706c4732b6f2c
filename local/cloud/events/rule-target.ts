import type { BusEvent } from './pattern.ts';

/** How a rule's target gets the event. */
export interface TargetInput {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
}

/**
 * What a target gets of an event: all of it, or what its template makes of it.
 * @throws Error on a path that isn't a plain one.
 */
export function inputOf(event: BusEvent, { Input, InputPath, InputTransformer }: TargetInput): string {
  if (Input !== undefined) return Input;
  if (InputPath !== undefined) return JSON.stringify(at(event, InputPath));
  if (!InputTransformer) return JSON.stringify(event);
  const { InputPathsMap = {}, InputTemplate } = InputTransformer;
  const filled = InputTemplate.replaceAll(/<([\w.-]+)>/g, (whole, name: string) => {
    const path = InputPathsMap[name];
    if (path === undefined) return whole;
    const value = at(event, path);
    return typeof value === 'string' ? value : JSON.stringify(value ?? '');
  });
  return /^".*"$/s.test(filled) ? filled.slice(1, -1) : filled;
}

function at(event: BusEvent, path: string): unknown {
  if (!/^\$(\.[\w-]+)*$/.test(path))
    throw new Error(`Cannot read an event because its path must be plain: it is ${path}`);
  const names = path.split('.').slice(1);
  return names.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    event,
  );
}
