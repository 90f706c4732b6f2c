import type { FactsOf, Person } from '../column.ts';
import type { columns } from './columns.ts';

/** What the rules may ask of a filer. */
export type MfaFiler = Person & FactsOf<typeof columns>;

/** The day on which PACER opened enrollment. No account can have enrolled earlier. */
export const OPENED = '2025-05-11';

/** What the rules ask about a filer. */
export interface Facts {
  readonly filer: MfaFiler;
  readonly isEnrolled: boolean;
  /** The enrollment status dates from before enrollment opened. */
  readonly isTooEarly: boolean;
  /** An authentication app or backup codes are on record. */
  readonly hasMethod: boolean;
  /** Several people sign in: the roster says so, or counts them. */
  readonly isShared: boolean;
  /** Neither the kind of account nor the number of people is known. */
  readonly isSharingUnknown: boolean;
  readonly isAgent: boolean;
}

/** The roster says that the account is enrolled, or that it has a method to sign in. */
export function isEnrollmentRecorded({ mfaStatus, methods }: MfaFiler): boolean {
  return mfaStatus === 'enrolled' || methods.length > 0;
}

/** What the rules ask about a filer. The deadline decides nothing, because people can enroll before and after it. */
export function factsOf(filer: MfaFiler, _deadline: string | null): Facts {
  const { accountKind, sharedBy, mfaStatus, mfaAsOf, methods, userType } = filer;
  return {
    filer,
    isEnrolled: mfaStatus === 'enrolled',
    isTooEarly: mfaAsOf < OPENED,
    hasMethod: methods.length > 0,
    isShared: accountKind === 'shared' || (sharedBy ?? 1) > 1,
    isSharingUnknown: accountKind === 'unknown' && sharedBy === null,
    isAgent: userType === 'filing-agent',
  };
}
