import { goLiveDate } from '../domain/plan/phases.ts';
import { MESSAGE_KINDS } from '../domain/plan/plan.ts';
import { dateWords } from '../lib/court-time.ts';
import { CASES, caseOf } from './case.ts';
import { clean, cleanName } from './clean.ts';
import { dayAt, UNKNOWN } from './dates.ts';
import type { EmailInput } from './email-input.ts';
import type { Camel, Model } from './model.ts';
import { stepsOf } from './steps.ts';
import { planWords, type Times, USER_TYPE_LABELS } from './words.ts';

/** The model of one filer's email. */
export function modelOf(input: EmailInput): Model {
  const { plan, filer, state } = input;
  const { times, ...words } = planWords(plan);
  const launch = { ...times.words, ...atMoment(input, times) };
  const first = caseOf(state, launch.open);
  const flag = (name: (typeof state.flags)[number]) => state.flags.includes(name);
  return {
    ...words,
    launch,
    change: changeOf(input),
    kind: chosen(MESSAGE_KINDS, input.kind),
    phase: {
      number: input.phase.number,
      of: input.phase.of,
      many: input.phase.of > 1,
      last: input.phase.of > 1 && input.phase.number === input.phase.of,
    },
    sentOn: dayAt(input.at, plan.court.zone),
    filer: { name: nameOf(filer), type: USER_TYPE_LABELS[filer.userType] },
    why: whyOf(state),
    case: chosen(CASES, first),
    step: stepsOf(state, launch.open),
    is: {
      mustAct: first !== 'nothing' && first !== 'wait-for-court',
      ready: state.account?.state === 'ready-to-link',
      conflict: state.state === 'conflict',
      awaitingCourt: state.state === 'awaiting-court',
      linkFailed: state.state === 'link-failed',
      linked: state.state === 'linked',
      excused: state.state === 'inactive' || state.state === 'not-required',
      inferred: state.account?.inferred ?? false,
      contradiction: flag('contradiction'),
      elsewhere: filer.nextgenElsewhere === true,
      firm: flag('firm-billing'),
      sharedAddress: flag('shared-address'),
      linkApart: plan.court.severalAccounts === 'link-apart',
      everyone: false,
    },
  };
}

function atMoment(
  { kind, at }: EmailInput,
  { goLive, lateFrom, closings, freeze }: Times,
): Pick<Model['launch'], 'open' | 'late' | 'doBy' | 'frozen'> {
  const now = at.epochMilliseconds;
  const next = closings.find((closing) => closing.at > now) ?? closings.at(-1);
  return {
    open: kind === 'launch-day' || kind === 'follow-up' || (goLive !== null && now >= goLive),
    late: lateFrom !== null && now >= lateFrom,
    doBy: next?.words ?? UNKNOWN,
    frozen: freeze !== null && now >= freeze.from && now < freeze.to,
  };
}

function changeOf({ launchChange, plan }: EmailInput): Model['change'] {
  const previous = launchChange?.previous ?? null;
  return {
    hadDate: previous !== null,
    previous: previous ? dateWords(previous) : '',
    sameDay: previous !== null && previous === goLiveDate(plan),
  };
}

function whyOf({ reason, account }: EmailInput['state']): Model['why'] {
  return { state: clean(reason), account: account && account.reason !== reason ? clean(account.reason) : '' };
}

function nameOf({ firstName, lastName }: EmailInput['filer']): string {
  return cleanName(`${firstName ?? ''} ${lastName}`);
}

const camel = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** `{ individual: false, upgrade: true, … }` with names fit for a template. */
function chosen<Name extends string>(
  names: readonly Name[],
  name: Name | null,
): Readonly<Record<Camel<Name>, boolean>> {
  return Object.fromEntries(names.map((each) => [camel(each), each === name])) as Record<
    Camel<Name>,
    boolean
  >;
}
