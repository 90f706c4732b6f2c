import { createHash, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { personSchema } from './person.ts';
import type { SignInSettings } from './sign-in.ts';

/** A sign-in as it is stored. The cookie isn't: reading the table doesn't let anyone sign in. */
export const sessionSchema = personSchema.extend({
  // Sign-ins from before addresses were known have none.
  email: personSchema.shape.email.default(null),
  /** Instants, ISO 8601 in UTC. */
  createdAt: z.string(),
  lastSeenAt: z.string(),
});
/** A sign-in. */
export type Session = Readonly<z.infer<typeof sessionSchema>>;

/** The SHA-256 of a cookie's token, in hexadecimal digits: all that is kept. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Why a sign-in has ended; `null`: it hasn't. */
export function endOf(
  { createdAt, lastSeenAt }: Pick<Session, 'createdAt' | 'lastSeenAt'>,
  { now, signIn }: { now: Temporal.Instant; signIn: Pick<SignInSettings, 'idleMinutes' | 'hours'> },
): 'idle' | 'too-old' | null {
  const isOver = (since: string, length: Temporal.DurationLike) =>
    Temporal.Instant.compare(now, Temporal.Instant.from(since).add(length)) >= 0;
  if (isOver(createdAt, { hours: signIn.hours })) return 'too-old';
  return isOver(lastSeenAt, { minutes: signIn.idleMinutes }) ? 'idle' : null;
}

/** Seconds until a session ends, if it isn't used; not below 0. */
export function secondsLeft(
  { createdAt, lastSeenAt }: Pick<Session, 'createdAt' | 'lastSeenAt'>,
  { now, signIn }: { now: Temporal.Instant; signIn: Pick<SignInSettings, 'idleMinutes' | 'hours'> },
): number {
  const until = (since: string, length: Temporal.DurationLike) =>
    Temporal.Instant.from(since).add(length).since(now).total('seconds');
  const left = Math.min(
    until(lastSeenAt, { minutes: signIn.idleMinutes }),
    until(createdAt, { hours: signIn.hours }),
  );
  return Math.max(0, Math.floor(left));
}

/** Compares two secrets in a time that doesn't depend on where they differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(one).digest(),
    createHash('sha256').update(other).digest(),
  );
}
