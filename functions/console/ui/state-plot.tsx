import { Temporal } from 'temporal-polyfill';
import type { State } from '../../domain/filer/state.ts';
import { count } from '../../lib/count.ts';
import { courtDay } from '../../lib/court-time.ts';
import { countOf, fillOf, type StateCounts, statesIn, totalOf } from './state-bar.tsx';

/** The counts of one upload. */
export interface StatePoint {
  /** Instant of the upload, ISO 8601 in UTC. */
  readonly at: string;
  readonly states: StateCounts;
}

interface StatePlotProps {
  /** Oldest first, at least one. */
  readonly points: readonly StatePoint[];
  /** Where the plot ends: now, an instant. */
  readonly until: string;
  readonly zone: string;
  /** A moment that the plot marks, if it is within: instant and name. */
  readonly mark: { readonly at: string; readonly name: string } | null;
}

/** Units of the drawing. */
const PLOT = { width: 440, height: 220, left: 44, right: 8, top: 24, bottom: 26 } as const;

/** How filers moved through the states from upload to upload: each state's part, stacked, over time. */
export function StatePlot({ points: uploads, until, zone, mark }: StatePlotProps) {
  // The latest counts hold until now.
  const points = [...uploads, { ...uploads.at(-1)!, at: until }];
  const scale = scaleOf(points);
  // What is done is at the bottom, and grows upwards.
  const stacked = statesIn(points.map(({ states }) => states)).toReversed();
  const [first, last] = [points[0]!, points.at(-1)!];
  const label = `How the states of filers moved from ${courtDay(first.at, zone)} to ${courtDay(last.at, zone)}`;
  return (
    <svg
      class="crier-plot"
      viewBox={`0 0 ${PLOT.width} ${PLOT.height}`}
      role="img"
      aria-label={`${label}; the numbers are in the table below`}
    >
      <GridLines scale={scale} />
      {stacked.map((state, index) => (
        <Area state={state} below={stacked.slice(0, index)} points={points} scale={scale} />
      ))}
      {uploads.map(({ at }) => (
        <Tick at={at} scale={scale} />
      ))}
      {mark ? <Mark mark={mark} scale={scale} /> : null}
      <text class="crier-plot__text" x={PLOT.left} y={PLOT.height - 6}>
        {shortDay(first.at, zone)}
      </text>
      <text class="crier-plot__text" x={PLOT.width - PLOT.right} y={PLOT.height - 6} text-anchor="end">
        {shortDay(last.at, zone)}
      </text>
    </svg>
  );
}

/** From instants and counts to units of the drawing. */
interface Scale {
  readonly x: (at: string) => number;
  readonly y: (filers: number) => number;
  /** The largest total of filers. */
  readonly most: number;
  readonly covers: (at: string) => boolean;
}

function scaleOf(points: readonly StatePoint[]): Scale {
  const from = millisecondsOf(points[0]!.at);
  const to = millisecondsOf(points.at(-1)!.at);
  const most = Math.max(1, ...points.map(({ states }) => totalOf(states)));
  const innerWidth = PLOT.width - PLOT.left - PLOT.right;
  const innerHeight = PLOT.height - PLOT.top - PLOT.bottom;
  return {
    x: (at) => PLOT.left + (to > from ? (millisecondsOf(at) - from) / (to - from) : 0) * innerWidth,
    y: (filers) => PLOT.height - PLOT.bottom - (filers / most) * innerHeight,
    most,
    covers: (at) => millisecondsOf(at) >= from && millisecondsOf(at) <= to,
  };
}

interface AreaProps {
  readonly state: State;
  readonly below: readonly State[];
  readonly points: readonly StatePoint[];
  readonly scale: Scale;
}

/** Between uploads nothing is known, so a state's part stays as it was until the next: steps, not slopes. */
function Area({ state, below, points, scale }: AreaProps) {
  const floors = points.map(({ states }) => below.reduce((total, one) => total + countOf(states, one), 0));
  const roofs = points.map(({ states }, index) => floors[index]! + countOf(states, state));
  const path = [
    ...steps(points, { heights: roofs, scale }),
    ...steps(points, { heights: floors, scale }).reverse(),
  ];
  return <polygon class={fillOf(state)} points={path.join(' ')} />;
}

function steps(
  points: readonly StatePoint[],
  { heights, scale }: { heights: readonly number[]; scale: Scale },
): string[] {
  return points.flatMap(({ at }, index) => {
    const x = scale.x(at).toFixed(1);
    const before = heights[index - 1];
    const here = `${x},${scale.y(heights[index]!).toFixed(1)}`;
    return before === undefined ? [here] : [`${x},${scale.y(before).toFixed(1)}`, here];
  });
}

function GridLines({ scale: { y, most } }: { scale: Scale }) {
  return [0, most / 2, most].map((filers) => (
    <>
      <line
        class="crier-plot__line"
        x1={PLOT.left}
        x2={PLOT.width - PLOT.right}
        y1={y(filers).toFixed(1)}
        y2={y(filers).toFixed(1)}
      />
      <text class="crier-plot__text" x={PLOT.left - 6} y={(y(filers) + 4).toFixed(1)} text-anchor="end">
        {count(Math.round(filers))}
      </text>
    </>
  ));
}

function Tick({ at, scale: { x, y } }: { at: string; scale: Scale }) {
  const foot = y(0);
  return (
    <line
      class="crier-plot__tick"
      x1={x(at).toFixed(1)}
      x2={x(at).toFixed(1)}
      y1={foot.toFixed(1)}
      y2={(foot + 6).toFixed(1)}
    />
  );
}

function Mark({ mark, scale }: { mark: NonNullable<StatePlotProps['mark']>; scale: Scale }) {
  if (!scale.covers(mark.at)) return null;
  const x = scale.x(mark.at);
  const isRight = x > PLOT.width / 2;
  return (
    <>
      <line
        class="crier-plot__mark"
        x1={x.toFixed(1)}
        x2={x.toFixed(1)}
        y1={PLOT.top - 14}
        y2={scale.y(0).toFixed(1)}
      />
      <text
        class="crier-plot__text crier-plot__text--mark"
        x={(x + (isRight ? -5 : 5)).toFixed(1)}
        y={PLOT.top - 8}
        text-anchor={isRight ? 'end' : undefined}
      >
        {mark.name}
      </text>
    </>
  );
}

/** `Oct 22`. */
function shortDay(at: string, zone: string): string {
  return courtDay(at, zone).split(', ')[1]!;
}

function millisecondsOf(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds;
}
