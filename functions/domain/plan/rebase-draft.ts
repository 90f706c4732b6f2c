import { isDeepStrictEqual } from 'node:util';
import { type PlanPath, partAt } from './plan-path.ts';
import type { DraftChange } from './saved-draft.ts';

/** The plan that a draft was started from, and the one that is active now. */
interface Bases {
  readonly from: object;
  readonly to: object;
}

/**
 * What became active since a draft was started, as changes of that draft. What the draft itself has changed stays as it
 * is there.
 */
export function changesSince(plan: object, { from, to }: Bases): DraftChange[] {
  const paths = [...pathsIn(from), ...pathsIn(to)];
  const changed = new Map(
    paths
      .filter((path) => !isDeepStrictEqual(partAt(from, path), partAt(to, path)))
      .map((path) => [path.join('\n'), path]),
  );
  return [...changed.values()]
    .filter((path) => isDeepStrictEqual(partAt(plan, path), partAt(from, path)))
    .map((path) => ({ path, value: partAt(to, path) }));
}

/** The path of every value. Entries with ids are told apart by them; any other list is one value. */
function pathsIn(value: unknown, path: PlanPath = []): PlanPath[] {
  if (Array.isArray(value)) {
    const ids = value.map((entry) => partAt(entry, ['id']));
    if (path.length === 0 || !ids.every((id) => typeof id === 'string') || ids.length === 0) return [path];
    return ids.map((id) => [...path, id as string]);
  }
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, member]) => pathsIn(member, [...path, name]));
}
