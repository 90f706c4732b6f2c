import * as z from 'zod';

/**
 * Who did something. Only a console session identifies a person; everyone else acted outside the console, and any name
 * they give is a claim.
 */
export type Actor =
  | {
      readonly kind: 'person';
      /** Sign-in id. */
      readonly id: string;
    }
  /** Crier itself, on its schedule. */
  | { readonly kind: 'crier' }
  | {
      readonly kind: 'outside';
      /** The sign-in id that the caller gave. Anyone who may invoke a function or upload can give any id. */
      readonly claimed?: string;
      /** The IAM principal, as CloudTrail reported it: see `principalOf`. Added when an audit log entry is read. */
      readonly principal?: string;
      /** Id of CloudTrail's event. */
      readonly event?: string;
      /** CloudTrail may still report it. */
      readonly isAwaited?: boolean;
    };

/** Stored as text for an unknown actor. A sign-in id never contains spaces, so this can't be one. */
export const OUTSIDE = 'outside the console';

/** A person who is signed in to the console. */
export function personActor({ id }: { readonly id: string }): Actor {
  return { kind: 'person', id };
}

/** The caller of a function, who says who they are. */
export function outsideActor(claimed?: string): Actor {
  return { kind: 'outside', ...(claimed !== undefined && { claimed }) };
}

/** Crier itself, on its schedule. */
export function crierActor(): Actor {
  return { kind: 'crier' };
}

/** An actor as stored. Older code stored only a text, which is read as a claim. */
export const actorSchema = z.union([
  z.string().transform((text): Actor => (text === OUTSIDE ? outsideActor() : outsideActor(text))),
  z.object({ kind: z.literal('person'), id: z.string() }),
  z.object({ kind: z.literal('crier') }),
  z.object({
    kind: z.literal('outside'),
    claimed: z.string().exactOptional(),
    principal: z.string().exactOptional(),
    event: z.string().exactOptional(),
    isAwaited: z.boolean().exactOptional(),
  }),
]);

/** An actor as one text, for stores that keep only that: a sign-in id, or {@link OUTSIDE}. */
export function byOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : OUTSIDE;
}

/** Sign-in ids of the people among those who did things, to look up their names. */
export function personIds(done: readonly { readonly by: Actor }[]): string[] {
  return done.flatMap(({ by }) => (by.kind === 'person' ? [by.id] : []));
}

/** An actor in words, as part of a sentence. @param names What people are called, by their ids. */
export function actorLabel(actor: Actor, names: ReadonlyMap<string, string> = new Map()): string {
  if (actor.kind === 'person') return names.get(actor.id) ?? actor.id;
  if (actor.kind === 'crier') return 'Crier, automatically';
  return ['someone outside the console', ...claimOf(actor)].join(', ');
}

/**
 * An actor in the audit log, as the subject of a sentence. Of someone outside the console: who it was according to AWS,
 * and who they claimed to be.
 */
export function auditActorLabel(actor: Actor, names?: ReadonlyMap<string, string>): string {
  if (actor.kind !== 'outside') return actorLabel(actor, names);
  return `someone outside the console (${[principalLabel(actor), ...claimOf(actor)].join(', ')})`;
}

/** A role by its name alone: {@link tracesOf} has its ARN. */
function principalLabel({ principal, isAwaited }: Extract<Actor, { kind: 'outside' }>): string {
  const role = principal && ROLE_ARN.exec(principal)?.[1];
  if (role) return `the role ${role}`;
  return principal ?? (isAwaited ? 'not yet reported by AWS' : 'not reported by AWS');
}

/** The name in a role's ARN comes after its path. */
const ROLE_ARN = /^arn:[^/]+:role\/(?:.*\/)?([^/]+)$/;

/** Where to look up in AWS who it was that acted outside the console. */
export function tracesOf(actor: Actor): string[] {
  if (actor.kind !== 'outside') return [];
  const { principal, event } = actor;
  return [
    ...(principal !== undefined && ROLE_ARN.test(principal) ? [principal] : []),
    ...(event !== undefined ? [`CloudTrail event ${event}`] : []),
  ];
}

function claimOf({ claimed }: Extract<Actor, { kind: 'outside' }>): string[] {
  return claimed === undefined ? [] : [`claiming to be ${claimed}`];
}
