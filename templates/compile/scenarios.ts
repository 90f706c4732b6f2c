import { Temporal } from 'temporal-polyfill';
import {
  type AccountState,
  type FilerState,
  type Flag,
  STATES,
  type State,
} from '../../functions/domain/filer/state.ts';
import { MESSAGE_KINDS, type MessageKind, type Plan } from '../../functions/domain/plan/plan.ts';
import type { EmailInput } from '../../functions/email/email-input.ts';
import type { Model } from '../../functions/email/model.ts';
import { modelOf } from '../../functions/email/model-of.ts';
import { anyFiler, anyPlan } from '../../functions/email/placeholder.ts';
import { publicModel } from '../../functions/email/public-model.ts';
import type { MessageName } from '../../functions/email/render.ts';

/** One case that a template must be able to render. */
export interface Scenario {
  /** `notice, needs-upgrade, confirm-individual, inferred` */
  readonly name: string;
  readonly message: MessageName;
  readonly model: Model;
}

const ACCOUNTS: readonly AccountState[] = [
  'verify-account',
  'needs-individual-account',
  'ready-to-link',
  'needs-upgrade',
];
const FLAGS: readonly Flag[] = ['firm-billing', 'shared-address', 'confirm-individual', 'contradiction'];

/** Every message × state × account verdict × set of flags; for other kinds of date, no flag and all flags. */
export function* scenarios(): Generator<Scenario> {
  for (const [launch, plan] of Object.entries(PLANS)) {
    yield {
      name: `public-notice, ${launch}`,
      message: 'public-notice',
      model: publicModel(plan, AT['date-change']),
    };
    for (const kind of MESSAGE_KINDS)
      for (const state of statesWithFlags(launch === 'exact' ? EVERY_SET : NONE_AND_ALL)) {
        const account = state.account && state.account.state !== state.state ? [state.account.state] : [];
        const inferred = state.account?.inferred ? ['inferred'] : [];
        const name = [kind, state.state, ...account, ...state.flags, ...inferred, launch].join(', ');
        yield { name, message: kind, model: modelOf(inputOf(plan, { kind, state })) };
      }
  }
}

const ALL = 2 ** (FLAGS.length + 1) - 1;
/** Sets of flags as bits; the highest means `inferred`. */
const EVERY_SET = Array.from({ length: ALL + 1 }, (_, bits) => bits);
const NONE_AND_ALL = [0, ALL];

function* statesWithFlags(sets: readonly number[]): Generator<FilerState> {
  for (const state of STATES)
    for (const account of accountsOf(state))
      for (const bits of sets) {
        const inferred = bits >= 2 ** FLAGS.length;
        if (inferred && !account) continue;
        const flags = FLAGS.filter((_, at) => bits & (1 << at));
        const verdict = account && { state: account, rule: 14, reason: 'any account', inferred };
        yield { state, rule: 1, reason: 'any', account: verdict, flags };
      }
}

function accountsOf(state: State): readonly (AccountState | null)[] {
  if (ACCOUNTS.includes(state as AccountState)) return [state as AccountState];
  return state === 'inactive' || state === 'not-required' || state === 'linked' ? [null] : ACCOUNTS;
}

const AT: Readonly<Record<MessageKind, Temporal.Instant>> = {
  notice: Temporal.Instant.from('2018-09-20T13:00:00Z'),
  'pre-outage': Temporal.Instant.from('2018-10-18T14:00:00Z'),
  'launch-day': Temporal.Instant.from('2018-10-22T12:45:00Z'),
  'follow-up': Temporal.Instant.from('2018-10-29T14:00:00Z'),
  'date-change': Temporal.Instant.from('2018-09-25T13:00:00Z'),
};

const PLANS: Readonly<Record<string, Plan>> = {
  exact: anyPlan({ certainty: 'exact', date: '2018-10-22', time: '08:30' }),
  estimated: anyPlan({ certainty: 'estimated', date: '2018-10-22', time: '08:30' }),
  // The announced date is the same: only times have changed.
  'same day': anyPlan({ certainty: 'exact', date: '2018-10-15', time: '08:30' }),
  'to be announced': anyPlan({ certainty: 'to-be-announced' }),
};

function inputOf(plan: Plan, { kind, state }: { kind: MessageKind; state: FilerState }): EmailInput {
  return {
    plan,
    kind,
    phase: { id: 'any', number: 1, of: 2 },
    filer: { ...anyFiler(), nextgenElsewhere: state.rule % 2 === 0 },
    state,
    to: 'any@uscourts.gov',
    at: AT[kind],
    launchChange: { previous: plan.goLive.certainty === 'estimated' ? null : '2018-10-15' },
  };
}
