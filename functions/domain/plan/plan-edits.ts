import { counted } from '../../lib/count.ts';
import { dateWords, timeOfDay } from '../../lib/court-time.ts';
import type { Dated, Window } from '../../lib/plan-values.ts';
import type { PlanCommand, RecordedChange } from '../recorded-command.ts';
import { anchorWords, DATED_MEMBERS, DATES, datedOf, PIVOT, WINDOWS, windowOf } from './dated.ts';
import type { Moment, Plan, PlanPhase } from './plan.ts';

/** What a plan changes, as the audit log keeps it. */
export function planEdits(before: Plan, after: Plan): Pick<PlanCommand, 'moved' | 'changes'> {
  const dates = DATES.flatMap(([anchor, row]) => {
    const [old, next] = [datedOf(before, row), datedOf(after, row)];
    if (isSame(old, next)) return [];
    const change = { what: anchorWords(anchor), before: datedWords(old), after: datedWords(next) };
    return [{ change, isMove: row === PIVOT && wallOf(old) !== wallOf(next) }];
  });
  const moved = dates.find(({ isMove }) => isMove)?.change;
  const changes = [
    ...dates.filter(({ isMove }) => !isMove).map(({ change }) => change),
    ...windowEdits(before, after),
    ...phaseEdits(before, after),
    ...otherEdits(before, after),
  ];
  return { ...(moved && { moved }), changes };
}

function windowEdits(before: Plan, after: Plan): RecordedChange[] {
  return WINDOWS.flatMap(([, row]) => {
    const [old, next] = [windowOf(before, row), windowOf(after, row)];
    return isSame(old, next) ? [] : [{ what: row.label, before: windowWords(old), after: windowWords(next) }];
  });
}

function phaseEdits(before: Plan, after: Plan): RecordedChange[] {
  const ids = [...new Set([...before.phases, ...after.phases].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [old, next] = [before, after].map(({ phases }) => phases.find((phase) => phase.id === id));
    if (isSame(old, next)) return [];
    const [from, to] = [phaseWords(old), phaseWords(next)];
    return [from === to ? { what: id } : { what: id, before: from, after: to }];
  });
}

/** Members whose values hold no addresses, and are short enough to be kept in words. */
const SWITCHES: Readonly<Partial<Record<string, string>>> = { twoPersonApproval: 'two-person approval' };
/** What members are called inside a sentence; others by their names. */
const MEMBERS: Readonly<Partial<Record<string, string>>> = {
  roster: 'roster safeguards',
  sending: 'sending limits',
  staff: 'staff who get notices',
  meantDates: 'confirmed dates',
};

/** Of the rest, only what changed is kept: it has addresses, and texts of any length. */
function otherEdits(before: Plan, after: Plan): RecordedChange[] {
  const [old, next] = [membersOf(before), membersOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(next)])];
  return names.flatMap((name) => {
    if (name === 'phases' || DATED_MEMBERS.includes(name) || isSame(old[name], next[name])) return [];
    const what = SWITCHES[name];
    if (what) return [{ what, before: onOff(old[name]), after: onOff(next[name]) }];
    return [{ what: MEMBERS[name] ?? name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) }];
  });
}

function membersOf(plan: Plan): Readonly<Record<string, unknown>> {
  return { ...plan };
}

function onOff(value: unknown): string {
  return value === true ? 'on' : 'off';
}

function wallOf(dated: Dated): string | null {
  return dated.certainty === 'to-be-announced' ? null : `${dated.date}T${dated.time}`;
}

function datedWords(dated: Dated): string {
  if (dated.certainty === 'to-be-announced') return 'a date to be announced';
  const words = wallWords(`${dated.date}T${dated.time}`);
  return dated.certainty === 'estimated' ? `${words} (estimated)` : words;
}

/** `October 22, 2018, 8:30 a.m.` of `2018-10-22T08:30`. */
function wallWords(wall: string): string {
  const [date = '', time = ''] = wall.split('T');
  return `${dateWords(date)}, ${timeWords(time)}`;
}

function timeWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return timeOfDay({ hour, minute });
}

function windowWords(window: Window | undefined): string {
  return window ? `${wallWords(window.from)} to ${wallWords(window.to)}` : 'none';
}

function phaseWords(phase: PlanPhase | undefined): string {
  return phase ? momentWords(phase.when) : 'not in the plan';
}

/** `90 days before go-live, 9:00 a.m.`. */
function momentWords({ days, anchor, at }: Moment): string {
  const date = anchorWords(anchor);
  if (days === 0) return `the day of ${date}, ${timeWords(at)}`;
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'before' : 'after'} ${date}, ${timeWords(at)}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
