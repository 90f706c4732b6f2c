import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import type { AccountState, FilerState, Flag, State } from '../../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { type Plan, planSchema } from '../../../functions/domain/plan/plan.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';
import { announcedIn } from './announced.ts';

/** The example's plan. */
export const plan: Plan = planSchema.parse(
  JSON.parse(readFileSync('examples/nysb-2018/launch.json', 'utf8')) as unknown,
);

/** When each kind of message is sent in the samples, and as which of how many: those that explain everything. */
export const SENT: Readonly<Record<MessageKind, { at: string; number: number; of: number }>> = {
  notice: { at: '2018-09-20T13:00:00Z', number: 3, of: 4 },
  'pre-outage': { at: '2018-10-18T14:00:00Z', number: 1, of: 1 },
  'launch-day': { at: '2018-10-22T12:45:00Z', number: 1, of: 1 },
  'follow-up': { at: '2018-10-29T14:00:00Z', number: 2, of: 4 },
  'date-change': { at: '2018-09-25T13:00:00Z', number: 1, of: 1 },
  correction: { at: '2018-09-25T13:00:00Z', number: 1, of: 1 },
  'one-off': { at: '2018-09-25T13:00:00Z', number: 1, of: 1 },
};

const REASONS: Readonly<Record<AccountState, [rule: number, reason: string]>> = {
  'needs-individual-account': [8, "the court's roster shows a shared PACER account"],
  'ready-to-link': [9, "the court's roster shows an upgraded PACER account"],
  'needs-upgrade': [10, "the court's roster shows a PACER account that is not upgraded"],
  'verify-account': [14, "the court's roster does not show whether the PACER account is upgraded"],
};

function accountOf(state: AccountState, inferred = false): NonNullable<FilerState['account']> {
  const [rule, reason] = REASONS[state];
  return { state, rule, reason, inferred };
}

/** A filer's state as the rules would give it. @param account for the states that carry another verdict */
export function stateFor(
  state: State,
  {
    account = 'ready-to-link',
    flags = [],
    inferred = false,
  }: { account?: AccountState; flags?: readonly Flag[]; inferred?: boolean } = {},
): FilerState {
  if (state in REASONS) {
    const verdict = accountOf(state as AccountState, inferred);
    return { state, rule: verdict.rule, reason: verdict.reason, account: verdict, flags };
  }
  const [rule, reason] = {
    inactive: [1, "the court's roster shows an inactive CM/ECF account"],
    'not-required': [2, "the court's roster shows a member of the court's staff"],
    linked: [3, "the court's roster shows that the accounts are linked"],
    conflict: [4, "the court's roster shows a link dated before linking was possible"],
    'awaiting-court': [5, "the court's roster shows a link that waits for the court"],
    'link-failed': [6, "the court's roster shows that linking failed"],
  }[state as 'inactive'] as [number, string];
  const verdict = rule > 3 ? accountOf(account, inferred) : null;
  return { state, rule, reason, account: verdict, flags };
}

const jane: Filer = {
  ...BLANK,
  filerId: '0123456789abcdef',
  userId: 'jsmith',
  lastName: 'Smith',
  firstName: 'Jane',
  email: 'jane@example.com',
  userType: 'attorney',
  linkAsOf: '2018-09-01',
};

/** The input of one email: a kind and a state, with whatever else is asked for. */
export function inputFor(kind: MessageKind, state: FilerState, more: Partial<EmailInput> = {}): EmailInput {
  const { at, number, of } = SENT[kind];
  return {
    plan,
    kind,
    phase: { id: `${kind}-${number}`, number, of },
    filer: jane,
    state,
    to: 'jane@example.com',
    at: Temporal.Instant.from(at),
    ...announcedIn(kind, plan),
    ...more,
  };
}
