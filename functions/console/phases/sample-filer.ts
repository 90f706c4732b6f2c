import { BLANK, type Filer } from '../../domain/filer/filer.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import { type FilerState, STATES, type State } from '../../domain/filer/state.ts';

/** Before accounts could be linked in any court. */
const LONG_BEFORE = '2010-01-01';
/** After any go-live. */
const LONG_AFTER = '2999-01-01';

/** The facts that put a filer into each state. */
const FACTS: Readonly<Record<State, Partial<Filer>>> = {
  inactive: { cmecfStatus: 'inactive' },
  'not-required': { userType: 'judge' },
  linked: { linkStatus: 'linked', linkAsOf: LONG_AFTER },
  conflict: { linkStatus: 'linked', linkAsOf: LONG_BEFORE },
  'awaiting-court': { linkStatus: 'pending', linkAsOf: LONG_AFTER },
  'link-failed': { linkStatus: 'failed', linkAsOf: LONG_AFTER },
  'verify-account': { pacerAccounts: ['individual'] },
  'needs-individual-account': { pacerAccounts: ['shared'] },
  'ready-to-link': { pacerAccounts: ['individual'], pacerAccountType: 'upgraded' },
  'needs-upgrade': { pacerAccounts: ['individual'], pacerAccountType: 'legacy' },
};

/** Begins the ids of samples. A filer's id is a hash, which practically never begins with this many zeros. */
const SAMPLE_ID = '0'.repeat(15);

/** A filer in a state of which the roster has none. @returns `null` when no one can be in it, by the day of go-live */
export function sampleFiler(
  state: State,
  pivotDate: string | null,
): { filer: Filer; state: FilerState } | null {
  const filer: Filer = {
    ...BLANK,
    filerId: `${SAMPLE_ID}${STATES.indexOf(state).toString(16)}`,
    userId: 'aexample',
    lastName: 'Example',
    firstName: 'Alex',
    email: 'alex.example@example.com',
    userType: 'attorney',
    linkAsOf: LONG_BEFORE,
    ...FACTS[state],
  };
  const found = stateOf(filer, pivotDate);
  return found.state === state ? { filer, state: found } : null;
}
