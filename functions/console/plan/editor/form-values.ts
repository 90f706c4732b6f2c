import { type PlanPath, partAt, withPart } from '../../../domain/plan/plan-path.ts';
import type { DraftChange } from '../../../domain/plan/saved-draft.ts';
import type { FormValues } from '../../http/form.ts';
import type { PlanField } from './plan-fields.ts';

/** A plan as the form's fields show it. What is no text of the field's kind is shown as it is. */
export function valuesOf(plan: object, fields: readonly PlanField[]): FormValues {
  return Object.fromEntries(
    fields.map(({ name, path, kind }) => [name, typedOf(partAt(plan, path), kind)] as const),
  );
}

function typedOf(value: unknown, kind: PlanField['kind']): string {
  if (value === undefined || value === null) return '';
  if (kind === 'yes-no') return value === true || value === 'yes' ? 'yes' : '';
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a form says about its fields. A field that wasn't on the form says nothing, except a box: it isn't ticked. */
export function changesOf(values: FormValues, fields: readonly PlanField[]): DraftChange[] {
  return fields.flatMap(({ name, path, kind }) => {
    const typed = values[name];
    if (kind === 'yes-no') return [{ path, value: typed === 'yes' }];
    return typed === undefined ? [] : [{ path, value: parsedOf(typed, kind) }];
  });
}

/** What can't be read stays as it was typed: the plan's schema says what is wrong with it. */
function parsedOf(typed: string, kind: PlanField['kind']): unknown {
  const text = typed.replaceAll('\r\n', '\n').trim();
  if (text === '') return undefined;
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'lines') {
    return text
      .split(/[\n,;]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
  }
  return text;
}

/** A plan with these members. */
export function planWithChanges(plan: object, changes: readonly DraftChange[]): object {
  return changes.reduce<object>(
    (whole, { path, value }) => withPart(whole, { at: path, part: value }) as object,
    plan,
  );
}

/** The field whose member a problem is about: the member itself, one of its entries, or what it is part of. */
export function fieldAt(path: PlanPath, fields: readonly PlanField[]): PlanField | undefined {
  const within = (one: PlanPath, outer: PlanPath) => outer.every((key, index) => one[index] === key);
  return fields.find((field) => within(path, field.path)) ?? fields.find((field) => within(field.path, path));
}
