import type { Fixtures } from './fixtures.ts';

/** What tests of the engine take of NextGen, as `#fixtures`. */
export const fixtures = {
  kinds: { first: 'notice', warning: 'pre-outage', gated: 'launch-day', last: 'follow-up' },
  moments: { warning: { days: -1, anchor: 'outage-start' }, gated: { days: 0, anchor: 'outage-end' } },
  gate: 'confirmFilingOpen',
  todo: 'needs-upgrade',
  todoFacts: { pacerAccountType: 'legacy' },
  closedFacts: { cmecfStatus: 'inactive' },
  done: 'linked',
  skipped: ['conflict', 'awaiting-court'],
  links: {
    nextgen: 'https://www.test.uscourts.gov/nextgen',
    ecfLogin: 'https://ecf.test.uscourts.gov',
  },
  dates: (date, { time = '08:30', closedFrom = `${date}T00:30` } = {}) => ({
    goLive: { certainty: 'exact' as const, date, time },
    outages: { filing: { from: closedFrom, to: `${date}T${time}` } },
  }),
  moved: (date, closedFrom) => ({
    'goLive.date': date,
    outages: { filing: { from: closedFrom, to: `${date}T08:30` } },
  }),
  undated: { goLive: { certainty: 'to-be-announced' }, outages: undefined },
  settle: endOutage,
} as const satisfies Fixtures;

interface Outages {
  readonly goLive?: { readonly certainty: string; readonly date?: string; readonly time?: string };
  readonly outages?: { readonly filing: { to: string } };
}

/** The filing outage ends at go-live, whenever that is, unless it was changed itself. */
function endOutage({ goLive, outages }: Outages, changes: object): void {
  if (Object.keys(changes).some((path) => path.startsWith('outages'))) return;
  if (outages && goLive?.date) outages.filing.to = `${goLive.date}T${goLive.time}`;
}
