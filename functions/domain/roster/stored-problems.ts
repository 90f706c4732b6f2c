import * as z from 'zod';
import type { Problem } from './problem.ts';

/** Where the first problem of a report begins, in bytes: see `JsonReport`. */
export const FIRST_PROBLEM = '{"problems": [\n'.length;

/** Some problems of a report. */
export interface ProblemPage {
  readonly problems: readonly Problem[];
  /** Where the next problem begins, in bytes of the report; `null` after the last one. */
  readonly next: number | null;
}

const problemSchema = z.object({
  row: z.number(),
  column: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'address', 'warning']),
  found: z.string(),
  expected: z.string(),
});

/**
 * Reads some problems out of a part of a report, which holds one problem a line.
 * @param bytes of the report, beginning with the byte before `from`
 * @returns `null` when no line begins there: the place is wrong
 */
export function readProblems(
  bytes: Uint8Array,
  { from, limit }: { from: number; limit: number },
): ProblemPage | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text[0] !== NEW_LINE) return null;
  const problems: Problem[] = [];
  let at = 1;
  while (problems.length < limit) {
    const end = text.indexOf(NEW_LINE, at);
    if (text[at] === CLOSING || end < 0) break;
    const problem = problemOf(text.subarray(at, end).toString());
    if (!problem) return null;
    problems.push(problem);
    at = end + 1;
  }
  const isLast = at >= text.length || text[at] === CLOSING || problems.length === 0;
  return { problems, next: isLast ? null : from - 1 + at };
}

const NEW_LINE = 0x0a;
const CLOSING = 0x5d;

function problemOf(line: string): Problem | null {
  try {
    return problemSchema
      .nullable()
      .catch(null)
      .parse(JSON.parse(line.replace(/,$/, '')));
  } catch {
    return null;
  }
}
