import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { anchorWords, PIVOT, WINDOWS } from './dated.ts';
import { kindOf } from './kinds.ts';
import { planSchema } from './plan.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { Finding } from './problem.ts';
import { type PlacedPhase, type PlacedTime, type Timeline, timelineOf } from './timeline.ts';
import { resolveWallTime } from './wall-time.ts';

type Wall = Temporal.PlainDateTime;

/** Problems of the plan's times: with the clocks of the zone, and with each other. */
export function checkTimes(draft: PlanDraft): Finding[] {
  const timeline = timelineOf(draft);
  const { zone, dates, windows, phases } = timeline;
  const times = [
    ...Object.values(dates),
    ...windows.flatMap(({ from, to }) => [from, to]),
    ...phases.flatMap(({ starts, ends }) => [starts, ends]),
  ];
  return [
    ...times.flatMap((time) => (time ? checkClock(time, zone) : [])),
    ...checkWindows(timeline),
    ...checkPivot(timeline),
    ...checkEnds(timeline),
    ...checkNear(timeline),
    ...phases.flatMap((phase) => checkPhase(phase, timeline)),
    ...checkSameInstant(timeline),
    ...checkSameDay(timeline, draft.sending?.maxEmailsPerDay ?? MAX_EMAILS_PER_DAY),
  ];
}

function checkClock(time: PlacedTime, zone: string | null): Finding[] {
  const answer = zone === null ? null : resolveWallTime(time.wall, zone);
  if (!answer || answer.ok) return [];
  const why = answer.why === 'skipped' ? 'clocks skip it' : 'clocks show it twice';
  const next = `the next valid time is ${minutes(answer.next)}`;
  return [wrong(time, `must be a time that occurs exactly once in ${zone}: ${why}, and ${next}`)];
}

function checkWindows({ windows, zone }: Timeline): Finding[] {
  return windows.flatMap(({ from, to }) => {
    if (!from || !to || isBefore(from.wall, { other: to.wall, zone })) return [];
    return [wrong(to, `must be later than its start, ${minutes(from.wall)}`)];
  });
}

/** The pivot ends what is closed before it. */
function checkPivot({ dates, windows, zone }: Timeline): Finding[] {
  const pivot = dates[campaign.pivot];
  return WINDOWS.flatMap(([name, { anchors, words }]) => {
    const from = anchors && windows.find((window) => window.name === name)?.from;
    if (!pivot || !from || !isBefore(pivot.wall, { other: from.wall, zone })) return [];
    return [wrong(pivot, `must not be before ${words}'s start, ${minutes(from.wall)}`)];
  });
}

/** What is closed for the change is open again when the change is there. */
function checkEnds({ dates, windows, zone }: Timeline): Finding[] {
  const pivot = dates[campaign.pivot];
  return WINDOWS.flatMap(([name, { endsAtPivot, words }]) => {
    const { from, to } = (endsAtPivot && windows.find((window) => window.name === name)) || {};
    if (!pivot || !to || compare(to.wall, { other: pivot.wall, zone }) === 0) return [];
    // A start that is past one of them is wrong itself, and reported.
    if (from && [pivot, to].some((end) => !isBefore(from.wall, { other: end.wall, zone }))) return [];
    return [wrong(to, `must be ${minutes(pivot.wall)}: ${words} ends at ${PIVOT.words}`)];
  });
}

/** A window farther from the pivot than this has a misspelled year or month. */
const MAX_DISTANCE = Temporal.Duration.from({ days: 365 });

function checkNear({ dates, windows, zone }: Timeline): Finding[] {
  const pivot = dates[campaign.pivot];
  if (!pivot) return [];
  const [first, last] = [pivot.wall.subtract(MAX_DISTANCE), pivot.wall.add(MAX_DISTANCE)];
  return windows.flatMap(({ from, to }) =>
    [from, to].flatMap((time) => {
      if (!time) return [];
      const isNear =
        !isBefore(time.wall, { other: first, zone }) && !isBefore(last, { other: time.wall, zone });
      return isNear ? [] : [wrong(time, `must be within ${MAX_DISTANCE.days} days of ${PIVOT.words}`)];
    }),
  );
}

function checkPhase(phase: PlacedPhase, timeline: Timeline): Finding[] {
  return [...checkEnd(phase, timeline), ...checkBefore(phase, timeline), ...checkAfter(phase, timeline)];
}

function checkEnd({ starts, ends }: PlacedPhase, { zone }: Timeline): Finding[] {
  if (!starts || !ends || isBefore(starts.wall, { other: ends.wall, zone })) return [];
  return [wrong(ends, `must be later than the phase's start, ${minutes(starts.wall)}`)];
}

/** What announces something is worthless once it has begun. */
function checkBefore({ kind, starts, ends }: PlacedPhase, timeline: Timeline): Finding[] {
  const { before } = kind ? kindOf(kind) : {};
  const limit = limitOf(before, timeline);
  if (!limit) return [];
  const { wall, words, zone } = limit;
  const findings: Finding[] = [];
  if (starts && !isBefore(starts.wall, { other: wall, zone }))
    findings.push(wrong(starts, `must be before ${words}`));
  if (ends && isBefore(wall, { other: ends.wall, zone }))
    findings.push(wrong(ends, `must not be after ${words}`));
  return findings;
}

/** What says that something has begun would be wrong before that. */
function checkAfter({ kind, starts }: PlacedPhase, timeline: Timeline): Finding[] {
  if (!starts || !kind) return [];
  const [from, after] = [limitOf(kindOf(kind).from, timeline), limitOf(kindOf(kind).after, timeline)];
  if (from && isBefore(starts.wall, { other: from.wall, zone: from.zone }))
    return [wrong(starts, `must not be before ${from.words}`)];
  if (after && !isBefore(after.wall, { other: starts.wall, zone: after.zone }))
    return [wrong(starts, `must be after ${after.words}`)];
  return [];
}

/** The moment of an anchor, and in words with its time; `null` where there is none. */
function limitOf(
  anchor: string | undefined,
  { anchors, zone }: Timeline,
): { readonly wall: Wall; readonly words: string; readonly zone: string | null } | null {
  const wall = anchor === undefined ? null : anchors[anchor];
  return wall ? { wall, words: `${anchorWords(anchor!)}, ${minutes(wall)}`, zone } : null;
}

function checkSameInstant({ phases, zone }: Timeline): Finding[] {
  const firsts = new Map<string, PlacedPhase>();
  return phases.flatMap((phase) => {
    const { starts } = phase;
    if (!starts) return [];
    const instant = starts.wall
      .toZonedDateTime(zone ?? 'UTC')
      .toInstant()
      .toString();
    const same = firsts.get(instant);
    if (!same) {
      firsts.set(instant, phase);
      return [];
    }
    const why = 'two phases at the same time would reach the same people';
    return [wrong(starts, `must differ from the start of ${same.id ?? 'an earlier phase'}: ${why}`)];
  });
}

/** Of a plan that doesn't say. */
const MAX_EMAILS_PER_DAY = planSchema.shape.sending.parse(undefined).maxEmailsPerDay;

/** More phases on one day would reach the same people that often. */
function checkSameDay({ phases }: Timeline, max: number): Finding[] {
  const perDay = new Map<string, number>();
  return phases.flatMap(({ starts }) => {
    if (!starts) return [];
    const day = starts.wall.toPlainDate().toString();
    const count = (perDay.get(day) ?? 0) + 1;
    perDay.set(day, count);
    if (count <= max) return [];
    return [
      wrong(starts, `must be on another day: the plan allows ${max} phases a day, sending.maxEmailsPerDay`),
    ];
  });
}

function wrong({ at, found }: PlacedTime, message: string): Finding {
  return { at, found, message };
}

interface Other {
  readonly other: Wall;
  readonly zone: string | null;
}

function isBefore(wall: Wall, other: Other): boolean {
  return compare(wall, other) < 0;
}

/** With the zone unknown, clocks without changes are the best guess. */
function compare(wall: Wall, { other, zone }: Other): number {
  const [one, two] = [wall, other].map((time) => time.toZonedDateTime(zone ?? 'UTC'));
  return Temporal.ZonedDateTime.compare(one!, two!);
}

function minutes(wall: Wall): string {
  return wall.toString({ smallestUnit: 'minute' });
}
