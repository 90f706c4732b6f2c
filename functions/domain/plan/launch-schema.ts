import * as z from 'zod';
import { planSchema } from './plan.ts';

/** The JSON Schema of `launch.json` for editors, as text. What it can't say, `parsePlan` checks. */
export function launchSchema(): string {
  const schema = z.toJSONSchema(planSchema, { io: 'input', target: 'draft-7' });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'Launch plan', ...rest }, null, 2)}\n`;
}
