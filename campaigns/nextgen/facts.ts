import type { FactsOf, Person } from '../column.ts';
import type { columns } from './columns.ts';

/** What the rules may ask of a filer. */
export type NextgenFiler = Person & FactsOf<typeof columns>;

/** The first day on which a new PACER account was an upgraded one. */
const UPGRADED_SINCE = '2014-08-11';

/** What the rules ask about a filer. */
export interface Facts {
  readonly filer: NextgenFiler;
  /** `null` while go-live is to be announced. */
  readonly goLiveDate: string | null;
  /** The link status was true on or after the day of go-live. */
  readonly isAfterGoLive: boolean;
  /** The roster names kinds of PACER account, and none that one person alone can file with. */
  readonly hasNoIndividual: boolean;
  readonly isUpgraded: boolean;
  readonly isLegacy: boolean;
  readonly isElsewhere: boolean;
  /** Characters of the PACER username. */
  readonly usernameLength: number | null;
  /** On which side of `UPGRADED_SINCE` the account was made; a partial date may span it. */
  readonly created: 'before' | 'since' | 'spans' | 'unknown';
}

/** What the rules ask about a filer, for a day of go-live. */
export function factsOf(filer: NextgenFiler, goLiveDate: string | null): Facts {
  const { pacerAccounts, pacerAccountType } = filer;
  const hasIndividual = pacerAccounts.includes('individual') || pacerAccounts.includes('case_search');
  return {
    filer,
    goLiveDate,
    isAfterGoLive: goLiveDate !== null && filer.linkAsOf >= goLiveDate,
    hasNoIndividual: pacerAccounts.length > 0 && !hasIndividual,
    isUpgraded: pacerAccountType === 'upgraded',
    isLegacy: pacerAccountType === 'legacy',
    isElsewhere: filer.nextgenElsewhere === true,
    usernameLength: filer.pacerUsernameLength,
    created: sideOf(filer.pacerCreated),
  };
}

/** `2014` and `2014-08` stand for all their days: they are on a side only with all of them. */
function sideOf(date: string | null): Facts['created'] {
  if (date === null) return 'unknown';
  const first = (date + '-01-01').slice(0, 10);
  const last = date.length === 4 ? `${date}-12-31` : `${date}-31`.slice(0, 10);
  if (last < UPGRADED_SINCE) return 'before';
  return first >= UPGRADED_SINCE ? 'since' : 'spans';
}
