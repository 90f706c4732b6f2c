import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionCall } from '../../../local/cloud/iam/access.ts';

/**
 * Calls that tests made, of every process that noted any.
 * @throws Error when there are none: a check of nothing would pass.
 */
export function recordedCalls(folder: string): FunctionCall[] {
  const files = globSync(join(folder, '*.jsonl'));
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  const calls = [...new Set(lines)].map((line): FunctionCall => JSON.parse(line));
  if (calls.length > 0) return calls;
  throw new Error(`Cannot check grants because ${folder} must hold calls that tests made: it holds none`);
}
