import { BLANK, CAMPAIGN_COLUMNS, type Filer, USER_TYPES } from './filer.ts';
import { stateOf, stateRow } from './rules.ts';
import { type FilerState, STATES, type State } from './state.ts';

/** Before any pivot: what days say unless the state's sample has another. */
const LONG_BEFORE = '2010-01-01';

const DAYS = Object.fromEntries(
  CAMPAIGN_COLUMNS.flatMap(([, { type, fact }]) => (type === 'day' ? [[fact, LONG_BEFORE]] : [])),
);

/** Begins the ids of samples. A filer's id is a hash, which practically never begins with this many zeros. */
const SAMPLE_ID = '0'.repeat(14);

/** A filer in a state of which the roster has none. @returns `null` when no one can be in it, by the pivot's date */
export function sampleFiler(
  state: State,
  pivotDate: string | null,
): { filer: Filer; state: FilerState } | null {
  const filer = {
    ...BLANK,
    filerId: `${SAMPLE_ID}${STATES.indexOf(state).toString(16).padStart(2, '0')}`,
    userId: 'aexample',
    lastName: 'Example',
    firstName: 'Alex',
    email: 'alex.example@example.com',
    userType: USER_TYPES[0],
    ...DAYS,
    ...stateRow(state).sample,
  } as Filer;
  const found = stateOf(filer, pivotDate);
  return found.state === state ? { filer, state: found } : null;
}
