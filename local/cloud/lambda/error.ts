import * as z from 'zod';

/** The issues in the message of zod's error, which a function that parses its event throws. */
const issuesSchema = z.array(
  z.object({ path: z.array(z.union([z.string(), z.number()])), message: z.string() }),
);

/**
 * The error of an invoked function in words, without its stack.
 * @param answer what Lambda gives for an error: `{ errorType, errorMessage, … }`
 * @param event what the function was given: an error of its schema says what was found there
 */
export function functionErrorText(answer: unknown, event: unknown): string {
  const { errorType = 'Error', errorMessage = 'it gave no reason' } = (answer ?? {}) as {
    errorType?: string;
    errorMessage?: string;
  };
  const issues = errorType === 'ZodError' ? issuesIn(errorMessage) : null;
  if (!issues) return errorType === 'Error' ? errorMessage : `${errorType}: ${errorMessage}`;
  return issues
    .map(({ path, message }) => {
      if (path.length === 0) return `the event: ${message}`;
      return `${path.join('.')} ${message}: it is ${found(event, path)}`;
    })
    .join('; ');
}

function issuesIn(text: string): z.output<typeof issuesSchema> | null {
  try {
    return issuesSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function found(event: unknown, path: readonly (string | number)[]): string {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key],
    event,
  );
  return value === undefined ? 'missing' : JSON.stringify(value);
}

/**
 * Whether a function answers that it didn't do what a person asked. A phase that was released before its time counts as
 * done: it starts then.
 */
export function isRefusal(answer: unknown): boolean {
  const { done, started, reason } = (answer ?? {}) as { done?: unknown; started?: unknown; reason?: unknown };
  return done === false || (started === false && reason !== 'released-ahead');
}
