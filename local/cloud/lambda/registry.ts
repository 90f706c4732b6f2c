import type { InvokeOptions, InvokeOutcome, LocalFunction } from './functions.ts';

/** The functions of a cloud; empty until they are loaded. */
export interface FunctionRegistry {
  all(): readonly LocalFunction[];
  add(fn: LocalFunction): void;
  /** Finds a function by its id in the template, name or ARN. */
  find(name: string): LocalFunction | undefined;
  invoke(fn: LocalFunction, event: unknown, options?: InvokeOptions): Promise<InvokeOutcome>;
  /** @throws Error when there is no such function, or when it fails. */
  call(name: string, event: unknown): Promise<unknown>;
}

/** No functions at first. @param onFailure hears of every invocation that fails */
export function functionRegistry(onFailure: (functionId: string, what: string) => void): FunctionRegistry {
  const functions: LocalFunction[] = [];
  const find = (name: string) =>
    functions.find((fn) => fn.id === name || fn.name === name || fn.arn === name);

  async function invoke(fn: LocalFunction, event: unknown, options?: InvokeOptions): Promise<InvokeOutcome> {
    const outcome = await fn.invoke(event, options);
    if (!outcome.ok) onFailure(fn.id, `${outcome.error.errorType}: ${outcome.error.errorMessage}`);
    return outcome;
  }

  return {
    all: () => functions,
    add: (fn) => void functions.push(fn),
    find,
    invoke,
    call: async (name, event) => {
      const fn = find(name);
      if (!fn) throw new Error(`Cannot invoke ${name} because the template must hold it`);
      const outcome = await invoke(fn, event);
      if (outcome.ok) return outcome.result;
      throw Object.assign(new Error(outcome.error.errorMessage), { name: outcome.error.errorType });
    },
  };
}
