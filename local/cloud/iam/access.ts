import type { IncomingHttpHeaders } from 'node:http';
import type { Faults } from '../faults.ts';
import { callerOf } from './caller.ts';
import { isAllowed, type Request, type Statement } from './policy.ts';

/** A call that a function's role doesn't grant. */
export interface Denial {
  readonly functionId: string;
  readonly action: string;
  readonly resource: string;
}

/** What services ask before they act on a request. */
export interface Access {
  /** @returns AWS's own words when the caller may not; `null` when it may. */
  refusal(headers: IncomingHttpHeaders, request: Request): string | null;
  /** Notes that a request changed something. */
  changed(): void;
}

/** Access as the functions' roles grant it. */
export interface AccessControl extends Access {
  /** Every denial so far. */
  readonly denials: readonly Denial[];
  /** How many requests changed something. */
  readonly changes: number;
  /** Sets what a function's role grants. */
  grant(functionId: string, statements: readonly Statement[]): void;
}

/** A call that a function made. */
export interface FunctionCall extends Denial, Pick<Request, 'context'> {
  readonly isAllowed: boolean;
}

/**
 * No function may do anything until it is granted. People and services may do everything.
 * @param onCall Hears of every call of a function.
 * @param faults Calls that are refused although they are granted; they aren't denials of a role.
 */
export function accessControl(
  onCall?: (call: FunctionCall) => void,
  { refuses }: Pick<Faults, 'refuses'> = {},
): AccessControl {
  const grants = new Map<string, readonly Statement[]>();
  const denials: Denial[] = [];
  let changes = 0;
  return {
    denials,
    get changes() {
      return changes;
    },
    changed: () => {
      changes++;
    },
    grant: (functionId, statements) => void grants.set(functionId, statements),
    refusal: (headers, request) => {
      const functionId = callerOf(headers);
      if (!functionId) return null;
      const { action, resource, context } = request;
      const allowed = isAllowed(grants.get(functionId) ?? [], request);
      onCall?.({ functionId, action, resource, ...(context && { context }), isAllowed: allowed });
      if (allowed && refuses?.({ by: functionId, action, resource })) {
        return `User: ${functionId} is not authorized to perform: ${action} on resource: ${resource}`;
      }
      if (allowed) return null;
      denials.push({ functionId, action, resource });
      return (
        `User: ${functionId} is not authorized to perform: ${action} on resource: ${resource} ` +
        `because no identity-based policy allows the ${action} action`
      );
    },
  };
}
