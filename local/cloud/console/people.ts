/** A person who is ready to sign in. */
export interface ReadyPerson {
  /** The user name. */
  readonly id: string;
  readonly name: string;
  /** The person's own address, which counts as verified. @default none */
  readonly email?: string;
  readonly groups: readonly string[];
  /** Signing in accepts an invitation. @default false */
  readonly isInvited?: boolean;
}
