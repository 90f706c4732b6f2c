import { Temporal } from 'temporal-polyfill';
import { type Anchors, wallOf } from './moment.ts';
import type { PhaseParts, PlacedMoment, PlacedTime, PlanParts } from './plan-parts.ts';
import type { Finding } from './problem.ts';
import { wallTime } from './wall-time.ts';

type Wall = Temporal.PlainDateTime;

/** Problems of the plan's times: with the clocks of the zone, and with each other. */
export function checkTimes(parts: PlanParts): Finding[] {
  const phases = parts.phases.map((phase) => timed(phase, anchorsOf(parts)));
  const times = [
    parts.goLive,
    ...parts.windows.flatMap(({ from, to }) => [from, to]),
    ...phases.flatMap(({ starts, ends }) => [starts, ends]),
  ];
  return [
    ...times.flatMap((time) => (time ? checkClock(time, parts.zone) : [])),
    ...checkWindows(parts),
    ...checkGoLive(parts),
    ...phases.flatMap((phase) => checkPhase(phase, parts)),
    ...checkSameInstant(phases, parts),
  ];
}

interface TimedPhase extends PhaseParts {
  readonly starts: PlacedTime | null;
  readonly ends: PlacedTime | null;
}

function anchorsOf(parts: PlanParts): Anchors {
  const filing = parts.windows.find(({ name }) => name === 'filing');
  return {
    'go-live': parts.goLive?.wall.toPlainDate() ?? null,
    'outage-start': filing?.from?.wall.toPlainDate() ?? null,
    'outage-end': filing?.to?.wall.toPlainDate() ?? null,
  };
}

function timed(phase: PhaseParts, anchors: Anchors): TimedPhase {
  return { ...phase, starts: placed(phase.when, anchors), ends: placed(phase.expires, anchors) };
}

function placed(moment: PlacedMoment | null, anchors: Anchors): PlacedTime | null {
  const wall = moment && wallOf(moment.moment, anchors);
  return wall && { path: moment.path, found: `${moment.found} on ${wall.toPlainDate()}`, wall };
}

function checkClock({ path, found, wall }: PlacedTime, zone: string | null): Finding[] {
  const time = zone === null ? null : wallTime(wall, zone);
  if (!time || time.ok) return [];
  const why = time.why === 'skipped' ? 'the clocks skip it' : 'the clocks show it twice';
  const message = `must be a time that comes exactly once in ${zone}: ${why}, and the next valid time is ${minutes(time.next)}`;
  return [{ at: path, found, message }];
}

function checkWindows({ windows, zone }: PlanParts): Finding[] {
  return windows.flatMap(({ from, to }) =>
    from && to && compare(to.wall, { other: from.wall, zone }) <= 0
      ? [
          {
            at: to.path,
            found: to.found,
            message: `must be later than the outage's start, ${minutes(from.wall)}`,
          },
        ]
      : [],
  );
}

function checkGoLive(parts: PlanParts): Finding[] {
  const { goLive, zone } = parts;
  const closes = closing(parts);
  if (!goLive || !closes || compare(goLive.wall, { other: closes, zone }) >= 0) return [];
  const message = `must not be before the filing outage's start, ${minutes(closes)}`;
  return [{ at: goLive.path, found: goLive.found, message }];
}

function checkPhase({ kind, starts, ends }: TimedPhase, parts: PlanParts): Finding[] {
  const { goLive, zone } = parts;
  const closes = closing(parts);
  const isBefore = (wall: Wall, other: Wall) => compare(wall, { other, zone }) < 0;
  const findings: Finding[] = [];
  const find = ({ path, found }: PlacedTime, message: string) => findings.push({ at: path, found, message });
  if (starts && ends && !isBefore(starts.wall, ends.wall))
    find(ends, `must be later than the phase's start, ${minutes(starts.wall)}`);
  if (kind === 'notice' || kind === 'pre-outage') {
    if (starts && closes && !isBefore(starts.wall, closes))
      find(starts, `must be before the filing outage's start, ${minutes(closes)}`);
    if (ends && closes && isBefore(closes, ends.wall))
      find(ends, `must not be after the filing outage's start, ${minutes(closes)}`);
  }
  if (kind === 'launch-day' && starts && goLive && isBefore(starts.wall, goLive.wall))
    find(starts, `must not be before go-live, ${minutes(goLive.wall)}`);
  if (kind === 'follow-up' && starts && goLive && !isBefore(goLive.wall, starts.wall))
    find(starts, `must be after go-live, ${minutes(goLive.wall)}`);
  return findings;
}

function checkSameInstant(phases: readonly TimedPhase[], { zone }: PlanParts): Finding[] {
  return phases.flatMap(({ starts }, index) => {
    const same = phases
      .slice(0, index)
      .find(
        (other) => starts && other.starts && compare(starts.wall, { other: other.starts.wall, zone }) === 0,
      );
    if (!starts || !same) return [];
    const message = `must differ from the start of ${same.id ?? 'an earlier phase'}: two phases at once would reach the same people together`;
    return [{ at: starts.path, found: starts.found, message }];
  });
}

function closing({ windows }: PlanParts): Wall | null {
  return windows.find(({ name }) => name === 'filing')?.from?.wall ?? null;
}

/** With the zone unknown, clocks without changes are the best guess. */
function compare(wall: Wall, { other, zone }: { other: Wall; zone: string | null }): number {
  const [one, two] = [wall, other].map((time) => time.toZonedDateTime(zone ?? 'UTC'));
  return Temporal.ZonedDateTime.compare(one!, two!);
}

function minutes(wall: Wall): string {
  return wall.toString({ smallestUnit: 'minute' });
}
