import type { Lots } from '../nysb-2018/random.ts';
import { numberOf } from './cast.ts';
import { courseOf, type Entry, entryOn, LISTS } from './courses.ts';
import type { Column, Row } from './row.ts';

/** A dated upload of the example. Its name starts with its wall time in the court's zone. */
export interface Update {
  readonly file: string;
  readonly columns: readonly Column[];
  /** Headers as this file spells them. */
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** What the clerk learned about addresses and accounts. */
export function corrections(roster: readonly Row[], lots: Lots): Update[] {
  const addresses = [
    { pacer_account_number: numberOf('Moved'), email: 'gwen.moved@example.net' },
    { pacer_account_number: numberOf('Dotty'), email: 'will.dotty@example.com' },
  ];
  return [
    {
      file: '2025-06-10T0900-addresses.csv',
      columns: ['pacer_account_number', 'email'],
      headers: ['Account Number', 'Primary Email'],
      rows: addresses,
    },
    {
      file: '2025-09-16T1030-accounts.csv',
      columns: ['pacer_account_number', 'account_kind', 'shared_by'],
      headers: ['Account ID', 'Kind of Account', 'People Sharing'],
      rows: [...answersOfCast(), ...roster.filter(isUnknown).flatMap((row) => answer(row, lots))],
    },
  ];
}

function answersOfCast(): Row[] {
  return [
    { pacer_account_number: numberOf('Doubt'), account_kind: 'shared', shared_by: '3' },
    { pacer_account_number: numberOf('Sure'), account_kind: 'own', shared_by: '1' },
  ];
}

/** Only the crowd is asked: the cast's accounts are what they show. */
function isUnknown({ pacer_account_number, account_kind, shared_by }: Row): boolean {
  return Number(pacer_account_number) > 7_001_000 && !account_kind && !shared_by;
}

function answer({ pacer_account_number }: Row, lots: Lots): Row[] {
  if (!lots.chance(0.5)) return [];
  const people = lots.weighted([
    ['1', 7],
    ['2', 2],
    ['6', 1],
  ]);
  const account_kind = people === '1' ? 'individual' : 'shared';
  return [{ pacer_account_number: pacer_account_number!, account_kind, shared_by: people }];
}

/** PACER's six lists of enrollment status. */
export function enrollmentLists(roster: readonly Row[], lots: Lots): Update[] {
  const courses = roster
    .filter(({ access, user_type }) => !isOutside(access) && user_type !== 'judge' && user_type !== 'clerk')
    .map(({ pacer_account_number: number }) => ({ number: number!, course: courseOf(number!, lots) }));
  return LISTS.map(({ file }, list) => ({
    file,
    columns: ['pacer_account_number', 'mfa_status', 'mfa_as_of', 'mfa_methods'],
    headers: ['PACER Account No.', 'MFA Enrolled', 'As Of', 'Methods'],
    rows: courses.flatMap(({ number, course }) => lineOf(number, entryOn(list, course))),
  }));
}

function isOutside(access: string | undefined): boolean {
  return access !== undefined && access !== 'nef only';
}

function lineOf(number: string, entry: Entry): Row[] {
  return entry ? [{ pacer_account_number: number, ...entry }] : [];
}
