import type * as z from 'zod';
import type { PageContext } from './context.ts';
import { Refusal } from './refusal.ts';

/** What a form sent, or what is wrong with it, by the names of its fields. */
export type FormValues = Readonly<Record<string, string>>;

/** In place of a field's name, where the problem is with the form as a whole. A table takes no empty name. */
export const WHOLE_FORM = '*';

/** A form as its schema reads it. */
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
  const problems = read.error.issues.map(
    ({ path, message }) => [String(path[0] ?? WHOLE_FORM), message] as const,
  );
  return { ok: false, values, problems: Object.fromEntries(firstOfEach(problems)) };
}

/** The first problem of each field, in their order. */
function firstOfEach(problems: readonly (readonly [name: string, message: string])[]) {
  return [...Map.groupBy(problems, ([name]) => name).values()].map(([first]) => first!);
}

/** Forms with a small file. Larger files go straight to the bucket. */
const WITH_FILE: ReadonlySet<string> = new Set(['/plan/check']);

/** @throws Refusal when it is no form, or has a field twice or without a name. */
export async function formValues(c: PageContext): Promise<FormValues> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const isInParts = type === 'multipart/form-data' && WITH_FILE.has(c.req.path);
  if (!isInParts && type !== 'application/x-www-form-urlencoded') throw badForm();
  const fields = isInParts ? await partsOf(c) : [...new URLSearchParams(await c.req.text())];
  const names = new Set(fields.map(([name]) => name));
  if (names.size !== fields.length || names.has('') || names.has(WHOLE_FORM)) throw badForm();
  return Object.fromEntries(fields);
}

/** The fields of a form in parts; a file counts as its text, with U+FFFD for bytes that are none. */
async function partsOf(c: PageContext): Promise<[name: string, value: string][]> {
  const parts = await c.req.formData().catch(() => {
    throw badForm();
  });
  const texts = [...parts].map(
    async ([name, value]): Promise<[string, string]> => [
      name,
      typeof value === 'string' ? value : await value.text(),
    ],
  );
  return Promise.all(texts);
}

function badForm(): Refusal {
  return new Refusal(400, 'bad-form', {
    title: 'This form couldn’t be read',
    why: 'What was submitted doesn’t match any Crier form. Nothing was done.',
    action: 'Go back, reload the page, and fill in the form again.',
  });
}
