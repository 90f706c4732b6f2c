import { type AccessControl, accessControl } from '../../../local/cloud/iam/access.ts';
import { headersOf } from '../../../local/cloud/iam/caller.ts';
import type { Statement } from '../../../local/cloud/iam/policy.ts';
import { launchGrants } from '../grants/launch-grants.ts';

/** A test's own names by the names of the template's resources, such as `crier-launch-data-LaunchTable`. */
type OwnNames = Readonly<Record<string, string>>;

/** Access of functions to services that a test starts itself. */
export interface RoleAccess {
  readonly access: AccessControl;
  /** Gives a function what its role grants on these resources, besides what it has already. */
  give(functionId: string, names: OwnNames): void;
}

/** Nothing is granted at first. */
export function roleAccess(): RoleAccess {
  const access = accessControl();
  const given = new Map<string, Statement[]>();
  return {
    access,
    give: (functionId, names) => {
      const own = launchGrants().filter((grant) => grant.functionId === functionId);
      const statements = own.map(({ statement }) => renamed(statement, names));
      given.set(functionId, [...(given.get(functionId) ?? []), ...statements]);
      access.grant(functionId, given.get(functionId)!);
    },
  };
}

function renamed(statement: Statement, names: OwnNames): Statement {
  const text = Object.entries(names).reduce(
    (json, [name, own]) => json.replaceAll(new RegExp(`${name}(?=["/])`, 'g'), own),
    JSON.stringify(statement),
  );
  return JSON.parse(text);
}

/** The part of the SDK's clients that is used here. */
interface Client {
  readonly middlewareStack: { readonly add: (...how: never[]) => void };
}

type Next = (args: { readonly request: { readonly headers: object } }) => Promise<unknown>;

/** Has each request of a client come from a function. */
export function asFunction<One extends Client>(functionId: string, client: One): One {
  const { add } = client.middlewareStack as { add: (middleware: (next: Next) => Next, how: object) => void };
  const middleware =
    (next: Next): Next =>
    (args) => {
      Object.assign(args.request.headers, headersOf(functionId));
      return next(args);
    };
  add(middleware, { step: 'build', name: 'asFunction' });
  return client;
}
