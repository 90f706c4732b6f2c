import { Temporal } from 'temporal-polyfill';
import { type AnnouncementKind, CORRECTION, DATE_CHANGE, type MessageKind } from '../plan/kinds.ts';
import type { Plan } from '../plan/plan.ts';
import { datesOf } from '../plan/plan-version.ts';
import type { CurrentPlan } from '../plan/stored-plan.ts';
import { dateChangeExpiry, nameSameDates } from './announced-dates.ts';
import { isOneOffId } from './one-off.ts';
import type { PhaseName } from './phase-marks.ts';
import type { Run } from './run.ts';

/** An announcement that follows from a changed plan: Crier finds out who was told something else. */
export type ChangeKind = typeof DATE_CHANGE | typeof CORRECTION;
/** See {@link ChangeKind}. */
export const CHANGE_KINDS = [DATE_CHANGE, CORRECTION] as const satisfies readonly ChangeKind[];

/** Whether a kind of message is a change's. */
export function isChange(kind: MessageKind): kind is ChangeKind {
  return (CHANGE_KINDS as readonly MessageKind[]).includes(kind);
}

/** Whether a name's `phaseId` is an announcement's, and no phase's of the plan. */
export function isAnnouncementId(phaseId: string): boolean {
  return CHANGE_KINDS.some((kind) => kind === phaseId) || isOneOffId(phaseId);
}

/** An announcement, as the phase whose emails it sends. */
export function announcementPhase<Kind extends AnnouncementKind>(kind: Kind, id: string = kind) {
  return { id, kind, number: 1, of: 1 } as const;
}

/** The name of a change, used like a phase's: one for as long as what it announces stays the same. */
export function changeName(
  kind: ChangeKind,
  { datesSince, factsSince }: Pick<CurrentPlan, 'datesSince' | 'factsSince'>,
): PhaseName {
  return { phaseId: kind, scheduledFor: kind === DATE_CHANGE ? datesSince : factsSince };
}

/** How long an announcement may take from its release on, where no date ends it. */
const MAX_DAYS = { [CORRECTION]: 30, 'one-off': 7 } as const;

/** Until when an announcement is sent. Instant, ISO 8601 in UTC. @param from Its release, or the start of its run */
export function announcementExpiry(
  kind: AnnouncementKind,
  { plan, from }: { plan: Plan; from: string },
): string {
  if (kind === DATE_CHANGE) return dateChangeExpiry(plan, from);
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(plan.court.zone);
  return start.add({ days: MAX_DAYS[kind] }).toInstant().toString();
}

/** Whether a run's emails named other dates than these (see `datesOf`). One that names none told no filer any. */
export function announcedOtherDates({ dates, silent }: Pick<Run, 'dates' | 'silent'>, now: string): boolean {
  return !silent && !nameSameDates(dates, now);
}

/** Whether a run's emails named other dates than a plan's. */
export function saysOtherDates(run: Pick<Run, 'dates' | 'silent'>, plan: Plan): boolean {
  return announcedOtherDates(run, datesOf(plan));
}

/** Filers of one shard whom an announcement mails, by id, each with a note of what the email must say. */
export interface ShardAudience {
  readonly shard: string;
  readonly filers: ReadonlyMap<string, string>;
}

/** The note for a filer to whom no date was announced yet. */
const TO_BE_ANNOUNCED = 'to-be-announced';

/** The note of a change of dates: the date that the filer was told, `2018-10-22`; `null`: "to be announced". */
export function dateNote(date: string | null): string {
  return date ?? TO_BE_ANNOUNCED;
}

/** Reads {@link dateNote}. */
export function readDateNote(note: string): string | null {
  return note === TO_BE_ANNOUNCED ? null : note;
}

/** The note of a one-off message: every filer gets the same. */
export const SAME_FOR_ALL = 'all';

/** The facts that a filer was told otherwise: the key of each, and the version of the plan that said it. */
export type ToldFacts = readonly (readonly [key: string, planVersion: string])[];

/** The note of a correction. */
export function factsNote(told: ToldFacts): string {
  return JSON.stringify(told);
}

/** Reads {@link factsNote}. @throws Error for another note: better no email than a wrong one */
export function readFactsNote(note: string): ToldFacts {
  const told = JSON.parse(note) as unknown;
  const isTold = Array.isArray(told) && told.every((each) => Array.isArray(each) && each.length === 2);
  if (!isTold) throw new Error('Cannot send a correction because its note must name the facts');
  return told as ToldFacts;
}
