import type { Fixtures } from './fixtures.ts';

/** What tests of the engine take of PACER's MFA, as `#fixtures`. */
export const fixtures = {
  kinds: {
    first: 'announcement',
    warning: 'deadline-warning',
    gated: 'enforcement-day',
    last: 'follow-up',
  },
  moments: { warning: { days: -4, anchor: 'deadline' }, gated: { days: 0, anchor: 'deadline' } },
  gate: 'confirmEnforced',
  todo: 'enroll',
  todoFacts: { accountKind: 'individual' },
  closedFacts: { access: 'closed' },
  done: 'enrolled',
  skipped: ['needs-checking'],
  links: { mfa: 'https://www.test.uscourts.gov/mfa', ecfLogin: 'https://ecf.test.uscourts.gov' },
  dates: (date, { time = '08:30' }: Parameters<Fixtures['dates']>[1] = {}) => ({
    opens: { certainty: 'exact' as const, date: '2018-01-02', time: '08:00' },
    deadline: { certainty: 'exact' as const, date, time },
  }),
  moved: (date) => ({ 'deadline.date': date }),
  undated: { deadline: { certainty: 'to-be-announced' } },
  settle: (() => {}) as Fixtures['settle'],
} as const satisfies Fixtures;
