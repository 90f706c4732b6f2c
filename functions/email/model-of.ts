import { campaign } from '#campaign';
import type { Word } from '../../campaigns/column.ts';
import { otherMailboxes } from '../domain/filer/addresses.ts';
import { fullName } from '../domain/filer/full-name.ts';
import { withoutLink } from '../domain/filer/linkless-name.ts';
import { kindOf, MESSAGE_KINDS } from '../domain/plan/kinds.ts';
import { pivotAt, pivotDate } from '../domain/plan/phases.ts';
import { clean, cleanName } from '../lib/clean.ts';
import { dayAt, dayOf } from '../lib/moment-words.ts';
import { hostsShown } from '../lib/shown-hosts.ts';
import { courtNames } from './court-names.ts';
import type { CorrectedFact, EmailInput } from './email-input.ts';
import type { Camel, Model } from './model.ts';
import { placeOf } from './place-of.ts';
import { numbered } from './steps.ts';
import { whyOf } from './why-of.ts';

const CASES = campaign.email.cases;
const IDLE: readonly string[] = campaign.email.idle;

/** The model of one filer's email. */
export function modelOf(input: EmailInput): Model {
  const { plan, kind, filer, state, phase } = input;
  const isAfter = isAfterPivot(input);
  const at = input.at.epochMilliseconds;
  const { is, ...names } = campaign.email.names({
    kind,
    plan,
    filer,
    state,
    at,
    isAfter,
    pivot: pivotAt(plan),
  });
  const first = campaign.email.caseOf(state, isAfter);
  const { place, earlier } = placeOf(input, isAfter);
  const corrections = (input.corrections ?? []).map(correctionOf);
  const steps = campaign.email.stepsOf(state, isAfter);
  const filerNames = { name: nameOf(filer), ...accountsOf(input), type: typeOf(filer) };
  return {
    ...courtNames(plan),
    ...names,
    change: changeOf(input),
    corrections,
    corrected: { label: corrections[0]?.label ?? '', others: Math.max(corrections.length - 1, 0) },
    oneOff: { subject: clean(input.oneOff?.subject ?? '') },
    kind: chosen(MESSAGE_KINDS, kind),
    phase: {
      number: phase.number,
      of: phase.of,
      many: phase.of > 1,
      last: phase.of > 1 && phase.number === phase.of,
    },
    place,
    earlier,
    sentOn: dayAt(input.at, plan.court.zone),
    filer: filerNames,
    why: whyOf(input, earlier),
    case: chosen(CASES, first),
    step: numbered(steps),
    is: {
      mustAct: !IDLE.includes(first),
      inferred: state.account?.inferred ?? false,
      manySteps: steps.size > 1,
      sharedAddress: state.flags.includes('shared-address'),
      hasOtherAccounts: filerNames.otherAccounts !== '',
      everyone: false,
      test: input.isTest ?? false,
      ...is,
    },
  };
}

/** Templates have straight apostrophes, and labels are those of pages. */
function correctionOf({ label, was, now }: CorrectedFact): Model['corrections'][number] {
  return { label: clean(label).replaceAll('’', "'"), was: clean(was), now: clean(now ?? '') };
}

function changeOf({ launchChange, plan }: EmailInput): Model['change'] {
  const previous = launchChange?.previous ?? null;
  return {
    hadDate: previous !== null,
    previous: previous ? dayOf(previous) : '',
    sameDay: previous !== null && previous === pivotDate(plan),
  };
}

/** Whether the pivot is past for this email, by the clock or by its kind of message. */
export function isAfterPivot({ plan, kind, at }: Pick<EmailInput, 'plan' | 'kind' | 'at'>): boolean {
  const pivot = pivotAt(plan);
  return (
    (kindOf(kind).isAfter ?? false) || (pivot !== null && at.epochMilliseconds >= pivot.epochMilliseconds)
  );
}

/** Replaces a name that looks like a link; rosters no longer accept such names. */
const NAMELESS = 'Filer';

/** Checked again, because truncating a long name may turn it into a link. */
function nameOf(filer: EmailInput['filer']): string {
  return withoutLink(cleanName(fullName(filer))) ?? NAMELESS;
}

function typeOf({ userType }: EmailInput['filer']): string {
  const { label, inText = label.toLowerCase() }: Word = campaign.columns.user_type.words[userType];
  return inText;
}

/**
 * Keys as the roster spells them: they tell one person's accounts apart. A secondary address is this account's alone: it
 * isn't told about accounts at the primary one.
 */
function accountsOf({
  filer,
  to,
  otherAccounts = [],
}: EmailInput): Pick<Model['filer'], 'account' | 'otherAccounts'> {
  const told = otherMailboxes(filer).includes(to) ? [] : otherAccounts;
  const others = told.map(accountName).filter((name) => name !== '');
  return { account: accountName(filer.userId), otherAccounts: LIST.format(others) };
}

const LIST = new Intl.ListFormat('en-US');

/** One that reads as a link isn't shown. */
function accountName(userId: string): string {
  return hostsShown(userId).length === 0 ? cleanName(userId) : '';
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
