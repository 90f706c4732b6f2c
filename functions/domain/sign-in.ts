import * as z from 'zod';

/**
 * How people sign in. Claims and roles are named as the provider names them. A sign-in lasts `hours`, or ends after
 * `idleMinutes` without a request; a person's name is kept for `nameDays` after their last one began.
 */
export const signInSchema = z.strictObject({
  issuer: z.url(),
  client: z.string().min(1),
  idClaim: z.string().min(1),
  nameClaim: z.string().min(1),
  roleClaim: z.string().min(1),
  clerk: z.string().min(1),
  approver: z.string().min(1),
  ops: z.string().min(1),
  viewer: z.string().min(1),
  idleMinutes: z.coerce.number().int().min(1),
  hours: z.coerce.number().int().min(1),
  nameDays: z.coerce.number().int().min(1),
});

/** How people sign in: the OpenID Connect provider, its claims, and how long a sign-in lasts. */
export type SignInSettings = Readonly<z.output<typeof signInSchema>>;
