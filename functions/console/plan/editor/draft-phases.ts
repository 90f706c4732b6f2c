import type { Temporal } from 'temporal-polyfill';
import { phaseStarts } from '../../../domain/plan/calendar.ts';
import { anchorWords } from '../../../domain/plan/dated.ts';
import { holidayOn } from '../../../domain/plan/holidays.ts';
import { kindOf, PHASE_KINDS, type PhaseKind } from '../../../domain/plan/kinds.ts';
import { planSchema } from '../../../domain/plan/plan.ts';
import { partAt } from '../../../domain/plan/plan-path.ts';
import { momentLabel, wallTimeLabel } from '../plan-labels.ts';

/** A phase of a draft, as a list shows it. */
export interface DraftPhase {
  readonly id: string;
  /** `Notice 2 of 4` */
  readonly name: string;
  /** `60 days before go-live, 9:00 a.m.`; `null`: that can't be read. */
  readonly rule: string | null;
  /** `Thu, Aug 23, 2018, 9:00 a.m.`; `null`: it has no date yet. */
  readonly starts: string | null;
  /** Why its day needs a second look: `Saturday`, `Columbus Day`; `null`: it doesn't. */
  readonly dayNote: string | null;
  /** Who starts it. */
  readonly start: 'automatic' | 'person' | 'approver';
}

const momentSchema = planSchema.shape.phases.element.shape.when;

/** The phases of a draft by time; those without a time come last, in the order of the plan. */
export function draftPhases(plan: object): DraftPhase[] {
  const starts = phaseStarts(plan);
  const order = (id: string) => starts.get(id)?.toString() ?? '~';
  const phases = phasesIn(plan).toSorted((one, other) => order(one.id).localeCompare(order(other.id)));
  const byKind = Map.groupBy(phases, ({ kind }) => kind);
  return phases.map(({ id, kind, phase }) => {
    const wall = starts.get(id);
    const same = byKind.get(kind)!;
    const label = kindLabel(kind);
    const when = momentSchema.safeParse(partAt(phase, ['when']));
    return {
      id,
      name:
        same.length > 1 ? `${label} ${same.findIndex((one) => one.id === id) + 1} of ${same.length}` : label,
      rule: when.success ? momentLabel(when.data) : null,
      starts: wall ? wallTimeLabel(wall.toString({ smallestUnit: 'minute' })) : null,
      dayNote: wall ? noteOf(wall.toPlainDate()) : null,
      start: startOf(plan, phase),
    };
  });
}

function startOf(plan: object, phase: object): DraftPhase['start'] {
  if (partAt(plan, ['twoPersonApproval']) === true) return 'approver';
  const isManual = partAt(phase, ['approval']) === 'by-hand' || partAt(phase, ['hold']) === true;
  return isManual ? 'person' : 'automatic';
}

function noteOf(day: Temporal.PlainDate): string | null {
  return holidayOn(day) ?? (day.dayOfWeek > 5 ? day.toLocaleString('en-US', { weekday: 'long' }) : null);
}

/** The entries of a draft's list of phases that have an id. */
export function phasesIn(
  plan: object,
): { readonly id: string; readonly kind: unknown; readonly phase: object }[] {
  const phases = partAt(plan, ['phases']);
  if (!Array.isArray(phases)) return [];
  return phases.flatMap((phase: object) => {
    const id = partAt(phase, ['id']);
    return typeof id === 'string' ? [{ id, kind: partAt(phase, ['kind']), phase }] : [];
  });
}

/** What a kind is called; a kind that there isn't, as the draft has it. */
export function kindLabel(kind: unknown): string {
  return PHASE_KINDS.includes(kind as PhaseKind) ? kindOf(kind as PhaseKind).label : String(kind ?? 'Phase');
}

/** A phase to start with: as the last of its kind, a week later; otherwise on the anchor that its kind needs. */
export function newPhaseMoment(plan: object, kind: PhaseKind): object {
  const last = phasesIn(plan).findLast((one) => one.kind === kind);
  const when = momentSchema.safeParse(partAt(last?.phase, ['when']));
  if (when.success) return { ...when.data, days: when.data.days + 7 };
  const { before, from, after } = kindOf(kind);
  const anchor = from ?? after ?? before;
  return { days: before ? -30 : after ? 7 : 0, anchor, at: '09:00' };
}

/** An anchor as an option of a form: `the start of …` with its first letter as it is. */
export function anchorLabel(anchor: string): string {
  return anchorWords(anchor).replaceAll("'", '’');
}
