/**
 * Who did something. A person is known by the session of the console alone; everyone else came in outside it, and what
 * they say of themselves is a claim.
 */
export type Actor =
  | {
      readonly kind: 'person';
      /** Sign-in id. */
      readonly id: string;
    }
  | {
      readonly kind: 'outside';
      /** The sign-in id that the caller gave. Anyone who may invoke a function or upload can give any. */
      readonly claimed?: string;
      /** The IAM principal, as AWS knows it: a role's ARN without the session's name, which may be an address. */
      readonly principal?: string;
    };

/** What stores of one text hold for an actor who isn't known. No sign-in id has spaces, so no person is called this. */
export const OUTSIDE = 'outside the console';

/** A person who is signed in to the console. */
export function personActor({ id }: { readonly id: string }): Actor {
  return { kind: 'person', id };
}

/** The caller of a function, who says who they are. */
export function outsideActor(claimed?: string): Actor {
  return { kind: 'outside', ...(claimed !== undefined && { claimed }) };
}

/** The one text that other stores keep of an actor: a sign-in id, or {@link OUTSIDE}. */
export function byOf(actor: Actor): string {
  return actor.kind === 'person' ? actor.id : OUTSIDE;
}

/** An actor in words. @param names What people are called, by their ids. */
export function actorLabel(actor: Actor, names: ReadonlyMap<string, string> = new Map()): string {
  if (actor.kind === 'person') return names.get(actor.id) ?? actor.id;
  const { claimed, principal } = actor;
  const more = [...(claimed ? [`claimed: ${claimed}`] : []), ...(principal ? [principal] : [])];
  return `outside the console (user unknown)${more.length > 0 ? `, ${more.join(', ')}` : ''}`;
}
