import { valueAt } from './problem.ts';

/** A member of a plan: `['court', 'helpDesk', 'phone']`. In a list of entries with ids, a step is an entry's id. */
export type PlanPath = readonly string[];

type Members = Readonly<Record<string, unknown>>;

/** The value at a path of a plan; `undefined`: the plan doesn't have it. */
export function partAt(whole: unknown, path: PlanPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return whole;
  if (Array.isArray(whole)) return partAt(whole.find(hasId(key)), rest);
  return partAt(valueAt(whole, [key]), rest);
}

/**
 * The same plan with another value at a path. An entry that its list doesn't have is added at the end.
 * @param part `undefined`: the member is removed, and so is any object that then holds nothing
 */
export function withPart(whole: unknown, { at, part }: { at: PlanPath; part: unknown }): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return part;
  const next = withPart(partAt(whole, [key]), { at: rest, part });
  const isGone = next === undefined || (rest.length > 0 && isEmpty(next));
  if (Array.isArray(whole)) return withEntry(whole, { id: key, entry: isGone ? undefined : next });
  const members = isMembers(whole) ? whole : {};
  if (!isGone) return { ...members, [key]: next };
  const { [key]: _removed, ...others } = members;
  return others;
}

function withEntry(list: readonly unknown[], { id, entry }: { id: string; entry: unknown }): unknown[] {
  const found = list.findIndex(hasId(id));
  if (entry === undefined) return list.filter((_, index) => index !== found);
  return found < 0 ? [...list, entry] : list.with(found, entry);
}

function hasId(id: string): (entry: unknown) => boolean {
  return (entry) => valueAt(entry, ['id']) === id;
}

function isEmpty(value: unknown): boolean {
  return isMembers(value) && Object.keys(value).length === 0;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
