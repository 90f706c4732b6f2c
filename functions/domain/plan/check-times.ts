import { Temporal } from 'temporal-polyfill';
import type { PlanDraft } from './plan-draft.ts';
import type { Finding } from './problem.ts';
import { closing, type PlacedPhase, type PlacedTime, type Timeline, timelineOf } from './timeline.ts';
import { resolveWallTime } from './wall-time.ts';

type Wall = Temporal.PlainDateTime;

/** Problems of the plan's times: with the clocks of the zone, and with each other. */
export function checkTimes(draft: PlanDraft): Finding[] {
  const timeline = timelineOf(draft);
  const { zone, goLive, windows, phases } = timeline;
  const times = [
    goLive,
    ...windows.flatMap(({ from, to }) => [from, to]),
    ...phases.flatMap(({ starts, ends }) => [starts, ends]),
  ];
  return [
    ...times.flatMap((time) => (time ? checkClock(time, zone) : [])),
    ...checkWindows(timeline),
    ...checkGoLive(timeline),
    ...phases.flatMap((phase) => checkPhase(phase, timeline)),
    ...checkSameInstant(timeline),
  ];
}

function checkClock(time: PlacedTime, zone: string | null): Finding[] {
  const answer = zone === null ? null : resolveWallTime(time.wall, zone);
  if (!answer || answer.ok) return [];
  const why = answer.why === 'skipped' ? 'the clocks skip it' : 'the clocks show it twice';
  const next = `the next valid time is ${minutes(answer.next)}`;
  return [wrong(time, `must be a time that comes exactly once in ${zone}: ${why}, and ${next}`)];
}

function checkWindows({ windows, zone }: Timeline): Finding[] {
  return windows.flatMap(({ from, to }) => {
    if (!from || !to || isBefore(from.wall, { other: to.wall, zone })) return [];
    return [wrong(to, `must be later than the outage's start, ${minutes(from.wall)}`)];
  });
}

function checkGoLive(timeline: Timeline): Finding[] {
  const { goLive, zone } = timeline;
  const closes = closing(timeline);
  if (!goLive || !closes || !isBefore(goLive.wall, { other: closes, zone })) return [];
  return [wrong(goLive, `must not be before the filing outage's start, ${minutes(closes)}`)];
}

function checkPhase(phase: PlacedPhase, timeline: Timeline): Finding[] {
  return [...checkEnd(phase, timeline), ...checkOutage(phase, timeline), ...checkOpening(phase, timeline)];
}

function checkEnd({ starts, ends }: PlacedPhase, { zone }: Timeline): Finding[] {
  if (!starts || !ends || isBefore(starts.wall, { other: ends.wall, zone })) return [];
  return [wrong(ends, `must be later than the phase's start, ${minutes(starts.wall)}`)];
}

/** What announces the outage is worthless once it has begun. */
function checkOutage({ kind, starts, ends }: PlacedPhase, timeline: Timeline): Finding[] {
  const { zone } = timeline;
  const closes = closing(timeline);
  if (!closes || (kind !== 'notice' && kind !== 'pre-outage')) return [];
  const findings: Finding[] = [];
  if (starts && !isBefore(starts.wall, { other: closes, zone }))
    findings.push(wrong(starts, `must be before the filing outage's start, ${minutes(closes)}`));
  if (ends && isBefore(closes, { other: ends.wall, zone }))
    findings.push(wrong(ends, `must not be after the filing outage's start, ${minutes(closes)}`));
  return findings;
}

function checkOpening({ kind, starts }: PlacedPhase, { goLive, zone }: Timeline): Finding[] {
  if (!starts || !goLive) return [];
  if (kind === 'launch-day' && isBefore(starts.wall, { other: goLive.wall, zone }))
    return [wrong(starts, `must not be before go-live, ${minutes(goLive.wall)}`)];
  if (kind === 'follow-up' && !isBefore(goLive.wall, { other: starts.wall, zone }))
    return [wrong(starts, `must be after go-live, ${minutes(goLive.wall)}`)];
  return [];
}

function checkSameInstant({ phases, zone }: Timeline): Finding[] {
  return phases.flatMap(({ starts }, index) => {
    if (!starts) return [];
    const isSame = ({ starts: other }: PlacedPhase) =>
      other !== null && compare(starts.wall, { other: other.wall, zone }) === 0;
    const same = phases.slice(0, index).find(isSame);
    if (!same) return [];
    const why = 'two phases at once would reach the same people together';
    return [wrong(starts, `must differ from the start of ${same.id ?? 'an earlier phase'}: ${why}`)];
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
