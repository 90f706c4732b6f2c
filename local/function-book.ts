import type { InvokeOutcome, LocalFunction } from './functions.ts';

/** The functions of a cloud; empty until they are loaded. */
export interface FunctionBook {
  all(): readonly LocalFunction[];
  add(fn: LocalFunction): void;
  /** By id in the template, name or ARN. */
  find(name: string): LocalFunction | undefined;
  invoke(fn: LocalFunction, event: unknown): Promise<InvokeOutcome>;
}

/** @param onFailure Hears of every invocation that fails. */
export function functionBook(onFailure: (functionId: string, what: string) => void): FunctionBook {
  const functions: LocalFunction[] = [];
  return {
    all: () => functions,
    add: (fn) => void functions.push(fn),
    find: (name) => functions.find((fn) => fn.id === name || fn.name === name || fn.arn === name),
    invoke: async (fn, event) => {
      const outcome = await fn.invoke(event);
      if (!outcome.ok) onFailure(fn.id, `${outcome.error.errorType}: ${outcome.error.errorMessage}`);
      return outcome;
    },
  };
}
