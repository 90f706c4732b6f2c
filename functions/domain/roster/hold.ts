/** The plan's limits for a version that is activated automatically. */
export interface RosterLimits {
  readonly maxRejectedPercent: number;
  readonly maxGonePercent: number;
  readonly maxUnreachablePercent: number;
  readonly maxLostFactsPercent: number;
  readonly maxNewPercent: number;
  readonly maxAddressChangedPercent: number;
  /** This many filers never hold a version by one of the last three. */
  readonly fewFilers: number;
}

/** Why a version is not activated until a person decides. */
export interface Hold {
  readonly code:
    | 'rows-refused'
    | 'filers-gone'
    | 'addresses-lost'
    | 'key-conflict'
    | 'progress-lost'
    | 'facts-lost'
    | 'filers-new'
    | 'addresses-changed'
    | 'older-upload';
  /** A sentence for the clerk. */
  readonly reason: string;
}

/** Holds for which the file's blank cells may be what is wrong. */
const FORGETTING: readonly Hold['code'][] = ['facts-lost', 'progress-lost', 'addresses-lost'];

/** Whether a person may choose that a held version's file is read again, keeping what was known where it is blank. */
export function mayKeepKnown({
  held,
  base,
  keeps,
}: {
  readonly held: readonly Hold[];
  readonly base: string | null;
  readonly keeps?: string;
}): boolean {
  return base !== null && keeps === undefined && held.some(({ code }) => FORGETTING.includes(code));
}

/** Limits of a plan that names none. */
export const DEFAULT_LIMITS: RosterLimits = {
  maxRejectedPercent: 2,
  maxGonePercent: 10,
  maxUnreachablePercent: 10,
  maxLostFactsPercent: 1,
  maxNewPercent: 10,
  maxAddressChangedPercent: 10,
  fewFilers: 3,
};

/** A later upload has been active already. */
export const OLDER_UPLOAD: Hold = {
  code: 'older-upload',
  reason: 'A roster or update that was uploaded later has already been active',
};
