import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { anyFiler } from '../../functions/domain/filer/any-filer.ts';
import { USER_TYPES, type UserType } from '../../functions/domain/filer/filer.ts';
import { FINAL_STATES } from '../../functions/domain/filer/rules.ts';
import {
  type AccountState,
  type FilerState,
  type Flag,
  STATES,
  type State,
} from '../../functions/domain/filer/state.ts';
import { pivotOf } from '../../functions/domain/plan/dated.ts';
import {
  DATE_CHANGE,
  isAnnouncement,
  kindOf,
  MESSAGE_KINDS,
  type MessageKind,
  type MessageName,
} from '../../functions/domain/plan/kinds.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { datesOf } from '../../functions/domain/plan/plan-version.ts';
import type { EmailInput } from '../../functions/email/email-input.ts';
import type { Model } from '../../functions/email/model.ts';
import { modelOf } from '../../functions/email/model-of.ts';
import { anyPlan } from '../../functions/email/placeholder.ts';
import { publicModel } from '../../functions/email/public-model.ts';

/** One case that a template must be able to render. */
export interface Scenario {
  /** `notice, needs-upgrade, confirm-individual, inferred` */
  readonly name: string;
  readonly message: MessageName;
  readonly model: Model;
}

const ACCOUNTS = [...new Set(campaign.verdictRules.map(({ state }) => state))] as readonly AccountState[];
const FLAGS = ['shared-address', ...Object.keys(campaign.flags)] as readonly Flag[];

/**
 * Every message × state × account verdict × set of flags; for later places in a filer's sequence and other kinds of date,
 * no flag and all flags. Kinds of filers take turns.
 */
export function* scenarios(): Generator<Scenario> {
  let turn = 0;
  for (const [launch, plan] of Object.entries(PLANS)) {
    yield {
      name: `public-notice, ${launch}`,
      message: 'public-notice',
      model: publicModel(plan, atOf(DATE_CHANGE)),
    };
    for (const kind of MESSAGE_KINDS)
      for (const [place, { isEverySet, ...placed }] of Object.entries(PLACES))
        for (const state of statesWithFlags(launch === 'exact' && isEverySet ? EVERY_SET : NONE_AND_ALL)) {
          const account = state.account && state.account.state !== state.state ? [state.account.state] : [];
          const inferred = state.account?.inferred ? ['inferred'] : [];
          const name = [kind, state.state, ...account, ...state.flags, ...inferred, place, launch].join(', ');
          const userType = USER_TYPES[turn++ % USER_TYPES.length]!;
          yield { name, message: kind, model: modelOf(inputOf(plan, { kind, state, userType, ...placed })) };
        }
  }
}

interface Placed {
  readonly number: number;
  /** The state that the email before told, and the plan whose dates it named; `null`: none came before. */
  readonly earlier: { readonly state: State | null; readonly launch: string } | null;
}

const PLACES: Readonly<Record<string, Placed & { readonly isEverySet: boolean }>> = {
  first: { number: 1, earlier: null, isEverySet: true },
  later: { number: 2, earlier: { state: null, launch: 'exact' }, isEverySet: false },
  last: { number: 3, earlier: { state: null, launch: 'exact' }, isEverySet: false },
  'changed state': { number: 2, earlier: { state: ACCOUNTS[0]!, launch: 'same day' }, isEverySet: false },
  'changed date': { number: 3, earlier: { state: null, launch: 'to be announced' }, isEverySet: false },
};

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
  return FINAL_STATES.has(state) ? [null] : ACCOUNTS;
}

const { date, time } = campaign.plan.samplePivot;
const PIVOT = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime('America/New_York');
const EARLIER = PIVOT.toPlainDate().subtract({ days: 7 }).toString();

/** When an email of a kind is sent: long before the pivot, right before it, on its day, or after it. */
function atOf(kind: MessageKind): Temporal.Instant {
  const { isAfter = false, from, expires } = kindOf(kind);
  if (isAfter) return PIVOT.add(from ? { minutes: 15 } : { days: 7 }).toInstant();
  return PIVOT.subtract({ days: !isAnnouncement(kind) && expires.days === undefined ? 4 : 30 }).toInstant();
}

const PLANS: Readonly<Record<string, Plan>> = {
  exact: anyPlan({ certainty: 'exact', date, time }),
  estimated: anyPlan({ certainty: 'estimated', date, time }),
  // The announced date is the same: only times have changed.
  'same day': anyPlan({ certainty: 'exact', date: EARLIER, time }),
  'to be announced': anyPlan({ certainty: 'to-be-announced' }),
};

/** One that has a new value, and one that has none. */
const CORRECTIONS = [
  { label: 'Any', was: '212-555-0100', now: '212-555-0199' },
  { label: 'Other', was: 'https://any.uscourts.gov', now: null },
];

const SAMPLES: readonly object[] = campaign.email.samples;

function inputOf(
  plan: Plan,
  {
    kind,
    state,
    userType,
    number,
    earlier,
  }: { kind: MessageKind; state: FilerState; userType: UserType } & Placed,
): EmailInput {
  return {
    plan,
    kind,
    phase: { id: 'any', number, of: 3 },
    filer: { ...anyFiler(), userType, ...SAMPLES[state.flags.length % SAMPLES.length] },
    state,
    to: 'any@uscourts.gov',
    at: atOf(kind),
    ...(earlier && {
      earlier: { kind, state: earlier.state ?? state.state, dates: datesOf(PLANS[earlier.launch]!) },
    }),
    ...(state.flags.length > 0 && { otherAccounts: ['any', 'other'] }),
    launchChange: { previous: pivotOf(plan).certainty === 'estimated' ? null : EARLIER },
    corrections: CORRECTIONS,
    oneOff: { subject: 'Any', made: { html: '<p>Any</p>', text: 'Any' } },
  };
}
