/** The part of a template that says how many functions may run at once. */
export interface ConcurrencyTemplate {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

interface Mapping {
  readonly FunctionName: { readonly Ref: string };
  readonly ScalingConfig: { readonly MaximumConcurrency: number };
}

/** Requests to the console at once: a handful of people, whose pages load several files. */
const CONSOLE_AT_ONCE = 5;

/**
 * How many functions of a launch may run at once: what its queues allow, the console's requests, and one call of each other
 * function. With a quota of at least this, besides what other applications use, no part of the launch can starve another.
 * @param template the pipeline's
 */
export function concurrencyNeeded({ Resources }: ConcurrencyTemplate): number {
  const all = Object.entries(Resources);
  const sources = all.filter(([, { Type }]) => Type === 'AWS::Lambda::EventSourceMapping');
  const mappings = sources.map(([, { Properties }]) => Properties as unknown as Mapping);
  const consumers = new Set(mappings.map(({ FunctionName }) => FunctionName.Ref));
  const byQueues = mappings.map(({ ScalingConfig }) => ScalingConfig.MaximumConcurrency);
  const others = all.filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && !consumers.has(id));
  const byCalls = others.map(([id]) => (id === 'Console' ? CONSOLE_AT_ONCE : 1));
  return [...byQueues, ...byCalls].reduce((sum, count) => sum + count, 0);
}
