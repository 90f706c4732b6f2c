import type { Temporal } from 'temporal-polyfill';
import { goLiveDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { dateWords } from '../lib/court-time.ts';
import { CASES, type Case, caseOf } from './case.ts';
import { clean, cleanName } from './clean.ts';
import { dayAt, type Moment, UNKNOWN } from './dates.ts';
import type { EmailInput } from './email-input.ts';
import { type Steps, stepsOf } from './steps.ts';
import { USER_TYPE_WORDS } from './user-type-words.ts';
import { planWords, type Times } from './words.ts';

/** A span of time in words; both ends are unknown where the plan has none. */
export interface Span {
  readonly known: boolean;
  readonly from: Moment;
  readonly to: Moment;
}

/** What the templates can name: docs/emails.md explains each. Every value is a clean line of text. */
export interface Model {
  readonly court: {
    readonly name: string;
    /** `the United States Bankruptcy Court …`, inside a sentence and at its start. */
    readonly theName: string;
    readonly TheName: string;
    /** The sender's name: it closes the letter. */
    readonly sender: string;
    readonly nextgen: string;
    /** What the link to that page is called on the court's website; may be empty. */
    readonly nextgenLabel: string;
    readonly ecfLogin: string;
  };
  readonly helpDesk: { readonly email: string; readonly phone: string; readonly hours: string };
  readonly pacer: Readonly<Record<keyof Plan['pacer'], string>>;
  /** `uscourts.gov`: where every link leads. */
  readonly domains: string;
  readonly launch: {
    readonly known: boolean;
    readonly estimated: boolean;
    /** Filing is open under NextGen. */
    readonly open: boolean;
    readonly goLive: Moment;
    /** The next moment at which something closes: the steps before go-live are due by then. */
    readonly doBy: Moment;
    /** Registration and password resets are closed. */
    readonly frozen: boolean;
    readonly filing: Span;
    readonly viewing: Span;
    readonly registration: Span;
    /** A code sent by post may come too late. */
    readonly late: boolean;
  };
  /** `sameDay`: go-live stays on the day that was named, and other times have changed. */
  readonly change: { readonly hadDate: boolean; readonly previous: string; readonly sameDay: boolean };
  readonly wording: {
    readonly deadlines: readonly string[];
    readonly emergencyFiling: readonly string[];
    readonly linkingFails: readonly string[];
  };
  readonly kind: Readonly<Record<CamelKind, boolean>>;
  readonly phase: {
    readonly number: number;
    readonly of: number;
    readonly many: boolean;
    readonly last: boolean;
  };
  readonly sentOn: string;
  readonly filer: { readonly name: string; readonly type: string };
  readonly why: { readonly account: string; readonly state: string };
  readonly case: Readonly<Record<CamelCase, boolean>>;
  readonly step: Steps;
  readonly is: {
    /** Something is left for the filer to do. */
    readonly mustAct: boolean;
    readonly ready: boolean;
    readonly conflict: boolean;
    readonly awaitingCourt: boolean;
    readonly linkFailed: boolean;
    readonly linked: boolean;
    /** No account in use, or none needed. */
    readonly excused: boolean;
    readonly inferred: boolean;
    readonly contradiction: boolean;
    readonly elsewhere: boolean;
    readonly firm: boolean;
    readonly sharedAddress: boolean;
    readonly linkApart: boolean;
    /** The page for everyone: each step says whom it concerns. */
    readonly everyone: boolean;
  };
}

type Camel<S extends string> = S extends `${infer A}-${infer B}-${infer C}`
  ? `${A}${Capitalize<B>}${Capitalize<C>}`
  : S extends `${infer A}-${infer B}`
    ? `${A}${Capitalize<B>}`
    : S;
export type CamelCase = Camel<Case>;
type CamelKind = Camel<EmailInput['kind']>;

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
    kind: chosen(['notice', 'pre-outage', 'launch-day', 'follow-up', 'date-change'], input.kind),
    phase: {
      number: input.phase.number,
      of: input.phase.of,
      many: input.phase.of > 1,
      last: input.phase.of > 1 && input.phase.number === input.phase.of,
    },
    sentOn: dayAt(input.at, plan.court.zone),
    filer: { name: nameOf(filer), type: USER_TYPE_WORDS[filer.userType] },
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

export function zoned({ at, plan }: Pick<EmailInput, 'at' | 'plan'>): Temporal.ZonedDateTime {
  return at.toZonedDateTimeISO(plan.court.zone);
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
