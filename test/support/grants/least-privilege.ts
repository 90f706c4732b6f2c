import type { FunctionCall } from '../../../local/cloud/iam/access.ts';
import { matches, type Statement } from '../../../local/cloud/iam/policy.ts';
import { isServiceSide } from './service-side.ts';

/** One action on one resource that a role grants, under the statement's conditions. */
export interface Grant {
  /** The function whose role it is. */
  readonly functionId: string;
  readonly statement: Statement;
  readonly action: string;
  /** As the policy has it: it may hold `*`. */
  readonly resource: string;
}

/** What roles grant too much or too little. */
export interface Imbalance {
  /** Calls that tests made and no grant allows. */
  readonly refused: readonly FunctionCall[];
  /** Grants without which every call of the tests is allowed too. */
  readonly unused: readonly Grant[];
}

/** The parts of policies: each action on each resource separately. */
export function grantsOf(functionId: string, statements: readonly Statement[]): Grant[] {
  return statements.flatMap(({ Action, Resource, ...rest }) =>
    listOf(Action).flatMap((action) =>
      listOf(Resource ?? '*').map((resource) => ({
        functionId,
        action,
        resource,
        statement: { ...rest, Action: action, Resource: resource },
      })),
    ),
  );
}

/**
 * Holds grants against calls, in both directions. A grant is used when a call needs it: one that others allow as well
 * doesn't count. What AWS itself uses is never unused.
 */
export function imbalanceOf(grants: readonly Grant[], calls: readonly FunctionCall[]): Imbalance {
  const used = new Set<Grant>();
  const refused: FunctionCall[] = [];
  const byFunction = Map.groupBy(grants, ({ functionId }) => functionId);
  for (const call of calls) {
    const allowing = (byFunction.get(call.functionId) ?? []).filter(({ statement }) =>
      matches(statement, call),
    );
    if (allowing.length === 0) refused.push(call);
    if (allowing.length === 1) used.add(allowing[0]!);
  }
  return { refused, unused: grants.filter((grant) => !used.has(grant) && !isServiceSide(grant)) };
}

function listOf<Value>(value: Value | readonly Value[]): readonly Value[] {
  return Array.isArray(value) ? value : [value as Value];
}
