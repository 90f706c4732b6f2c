import { campaign } from '#campaign';
import type { Word } from '../../campaigns/column.ts';
import { otherMailboxes } from '../domain/filer/addresses.ts';
import { fullName } from '../domain/filer/full-name.ts';
import { withoutLink } from '../domain/filer/linkless-name.ts';
import { stateRow } from '../domain/filer/rules.ts';
import { DATE_CHANGE, kindOf, MESSAGE_KINDS } from '../domain/plan/kinds.ts';
import { pivotAt, pivotDate } from '../domain/plan/phases.ts';
import { clean, cleanName } from '../lib/clean.ts';
import { dateWords } from '../lib/court-time.ts';
import { dayAt } from '../lib/moment-words.ts';
import { hostsShown } from '../lib/shown-hosts.ts';
import { courtNames } from './court-names.ts';
import type { EmailInput } from './email-input.ts';
import type { Camel, Model } from './model.ts';
import { placeOf } from './place-of.ts';
import { numbered } from './steps.ts';

const CASES = campaign.email.cases;
const IDLE: readonly string[] = campaign.email.idle;

/** The model of one filer's email. */
export function modelOf(input: EmailInput): Model {
  const { plan, filer, state, phase } = input;
  const isAfter = isAfterPivot(input);
  const at = input.at.epochMilliseconds;
  const { is, ...names } = campaign.email.names({ plan, filer, state, at, isAfter, pivot: pivotAt(plan) });
  const first = campaign.email.caseOf(state, isAfter);
  const { place, earlier } = placeOf(input, isAfter);
  const filerNames = { name: nameOf(filer), ...accountsOf(input), type: typeOf(filer) };
  return {
    ...courtNames(plan),
    ...names,
    change: changeOf(input),
    corrections: (input.corrections ?? []).map(({ label, was, now }) => ({
      label: clean(label),
      was: clean(was),
      now: clean(now ?? ''),
    })),
    oneOff: { subject: clean(input.oneOff?.subject ?? '') },
    kind: chosen(MESSAGE_KINDS, input.kind),
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
    step: numbered(campaign.email.stepsOf(state, isAfter)),
    is: {
      mustAct: !IDLE.includes(first),
      inferred: state.account?.inferred ?? false,
      sharedAddress: state.flags.includes('shared-address'),
      hasOtherAccounts: filerNames.otherAccounts !== '',
      everyone: false,
      ...is,
    },
  };
}

function changeOf({ launchChange, plan }: EmailInput): Model['change'] {
  const previous = launchChange?.previous ?? null;
  return {
    hadDate: previous !== null,
    previous: previous ? dateWords(previous) : '',
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
 * What the clerk has to settle isn't told: then the verdict's reason is the only one. The verdict isn't told twice either:
 * except in a change of dates, an email begins with what the previous one said.
 */
function whyOf(
  { kind, state: { state, reason, account }, earlier: previous }: EmailInput,
  earlier: Model['earlier'],
): Model['why'] {
  const isInternal = account !== null && stateRow(state).isInternal;
  const told = clean(isInternal ? account.reason : reason);
  const isSaid = kind !== DATE_CHANGE && earlier.was !== '' && previous?.state === account?.state;
  const isOther = account !== null && !isInternal && account.reason !== reason && !isSaid;
  return {
    state: told,
    State: told.charAt(0).toUpperCase() + told.slice(1),
    account: isOther ? clean(account.reason) : '',
  };
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
