import { partAt } from '../../../domain/plan/plan-path.ts';
import type { DraftChange } from '../../../domain/plan/saved-draft.ts';
import type { FormValues } from '../../http/form.ts';

/** Members of a phase's times on its form: `-3` days are 3 before. */
const MOMENTS = ['when', 'expires'] as const;

/** A phase of a draft as its form shows it. */
export function valuesOfPhase(phase: object): FormValues {
  const text = (path: readonly string[]) => {
    const value = partAt(phase, path);
    return value === undefined ? '' : String(value);
  };
  return {
    kind: text(['kind']),
    ...Object.fromEntries(MOMENTS.flatMap((moment) => momentValues(phase, moment))),
    approval: text(['approval']) || 'automatic',
    hold: partAt(phase, ['hold']) === true ? 'yes' : '',
    unsubscribe: text(['unsubscribe']),
  };
}

function momentValues(phase: object, moment: string): [name: string, value: string][] {
  const { days, anchor, at } = (partAt(phase, [moment]) ?? {}) as Readonly<Record<string, unknown>>;
  const isBefore = typeof days === 'number' && days < 0;
  return [
    [`${moment}-days`, typeof days === 'number' ? String(Math.abs(days)) : String(days ?? '')],
    [`${moment}-side`, isBefore ? 'before' : 'after'],
    [`${moment}-anchor`, String(anchor ?? '')],
    [`${moment}-at`, String(at ?? '')],
  ];
}

/** What the form says of its phase. What can't be read stays as it was typed. */
export function phaseChanges(values: FormValues, id: string): DraftChange[] {
  const typed = (name: string) => values[name]?.trim() || undefined;
  // The kind says when a phase expires, unless someone does.
  const expires = typed('expires-days') || typed('expires-at') ? momentIn(values, 'expires') : undefined;
  const members = {
    // It comes first: where the phase was removed meanwhile, saving it again adds it.
    id,
    kind: typed('kind'),
    when: momentIn(values, 'when'),
    expires,
    approval: typed('approval'),
    hold: values.hold === 'yes',
    unsubscribe: typed('unsubscribe'),
  };
  return Object.entries(members).map(([member, value]) => ({ path: ['phases', id, member], value }));
}

function momentIn(values: FormValues, moment: string): object {
  const typed = (name: string) => values[`${moment}-${name}`]?.trim() || undefined;
  return withoutUndefined({
    days: daysIn(typed('days'), typed('side')),
    anchor: typed('anchor'),
    at: typed('at'),
  });
}

function daysIn(typed: string | undefined, side: string | undefined): number | string | undefined {
  if (typed === undefined || !/^\d{1,4}$/.test(typed)) return typed;
  // Not -0, which JSON doesn't have.
  return side === 'before' && Number(typed) > 0 ? -Number(typed) : Number(typed);
}

function withoutUndefined(members: object): object {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A name for a new phase of a kind: `follow-up-3`. The send log keeps it, so no one can choose another. */
export function freePhaseId(kind: string, taken: readonly string[]): string {
  const numbers = Array.from({ length: taken.length + 1 }, (_, index) => `${kind}-${index + 1}`);
  return numbers.find((id) => !taken.includes(id))!;
}
