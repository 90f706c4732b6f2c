import type { FunctionCall } from '../../../local/cloud/iam/access.ts';
import { type Grant, grantsOf, imbalanceOf } from './least-privilege.ts';
import { isServiceSide } from './service-side.ts';

/** What became of grants that were changed, one at a time. */
export interface Mutations {
  readonly removed: number;
  readonly added: number;
  /** Changes that the check didn't notice, in words. */
  readonly unnoticed: readonly string[];
}

/**
 * Removes each grant; adds to each role what others have, and each of its own on everything and for every action of the
 * service. Holds each result against the calls.
 * @param grants balanced with the calls
 */
export function mutateGrants(grants: readonly Grant[], calls: readonly FunctionCall[]): Mutations {
  const results = [...new Set(grants.map(({ functionId }) => functionId))].map((functionId) => {
    const isOwn = (one: { functionId: string }) => one.functionId === functionId;
    const [own, ownCalls] = [grants.filter(isOwn), calls.filter(isOwn)];
    const isNoticed = (mutated: readonly Grant[]) => {
      const { refused, unused } = imbalanceOf(mutated, ownCalls);
      return refused.length > 0 || unused.length > 0;
    };
    const removals = own.filter((grant) => !isServiceSide(grant));
    const additions = additionsTo(own, { functionId, grants });
    const kept = removals.filter((grant) => !isNoticed(own.filter((one) => one !== grant)));
    const passed = additions.filter((grant) => !isNoticed([...own, grant]));
    const unnoticed = [
      ...kept.map((one) => `removed: ${wordsOf(one)}`),
      ...passed.map((one) => `added: ${wordsOf(one)}`),
    ];
    return { removed: removals.length, added: additions.length, unnoticed };
  });
  return {
    removed: results.reduce((sum, { removed }) => sum + removed, 0),
    added: results.reduce((sum, { added }) => sum + added, 0),
    unnoticed: results.flatMap(({ unnoticed }) => unnoticed),
  };
}

/** A grant in words. */
export function wordsOf({ functionId, action, resource }: Grant): string {
  return `${functionId}: ${action} on ${resource}`;
}

function additionsTo(
  own: readonly Grant[],
  { functionId, grants }: { functionId: string; grants: readonly Grant[] },
): Grant[] {
  const statements = grants.flatMap((grant) => {
    if (grant.functionId !== functionId) return [grant.statement];
    return [
      { ...grant.statement, Resource: '*' },
      { ...grant.statement, Action: grant.action.replace(/:.*/, ':*') },
    ];
  });
  const has = new Set(own.map(wordsOf));
  const added = new Map(grantsOf(functionId, statements).map((grant) => [wordsOf(grant), grant]));
  return [...added.values()].filter((grant) => !has.has(wordsOf(grant)) && !isServiceSide(grant));
}
