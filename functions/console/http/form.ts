import type { z } from 'zod';
import type { PageContext } from './context.ts';
import { Refusal } from './refusal.ts';

export type FormValues = Readonly<Record<string, string>>;

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value }
  /** Problems by field, to be shown beside it; and what was typed, to be shown again. */
  | { readonly ok: false; readonly problems: FormValues; readonly values: FormValues };

/**
 * Reads a form by a schema; `csrf` has been checked already and is left out.
 * @throws Refusal when it isn't a form as pages of Crier send it
 */
export async function readForm<Schema extends z.ZodType>(
  c: PageContext,
  schema: Schema,
): Promise<FormReading<z.output<Schema>>> {
  const { csrf, ...values } = await formValues(c);
  const read = schema.safeParse(values);
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message] as const);
  return { ok: false, values, problems: Object.fromEntries(problems.toReversed()) };
}

/** @throws Refusal when it is no form, or names a field twice. */
export async function formValues(c: PageContext): Promise<FormValues> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw badForm();
  const fields = [...new URLSearchParams(await c.req.text())];
  const names = new Set(fields.map(([name]) => name));
  if (names.size !== fields.length) throw badForm();
  return Object.fromEntries(fields);
}

function badForm(): Refusal {
  return new Refusal(400, 'bad-form', {
    title: 'That form could not be read',
    why: 'What was sent is not what a form of Crier sends. Nothing was done.',
    todo: 'Go back, load the page again and fill in the form once more.',
  });
}
