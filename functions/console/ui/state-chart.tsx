import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import { STATE_WORDS, STATES, type State } from '../../domain/filer/state.ts';
import { courtDay } from '../../lib/court-time.ts';
import { count } from './count.ts';
import type { Html } from './html.ts';

/** Filers by state. */
export type StateNumbers = Readonly<Partial<Record<State, number>>>;

/** In the order of charts: what is left to do first. */
export const CHART_STATES = Object.keys(STATE_WORDS).filter((key): key is State =>
  (STATES as readonly string[]).includes(key),
);

/** Units of the drawing, which fills the width that it has. */
const WIDTH = 1000;
const BAR_HEIGHT = 40;

/** Filers by state as one bar. The numbers stand beside it in words: to screen readers it is a picture with a name. */
export function stateBar(states: StateNumbers): Html {
  const shown = CHART_STATES.filter((state) => (states[state] ?? 0) > 0);
  const total = sum(states);
  let x = 0;
  const parts = shown.map((state) => {
    const width = ((states[state] ?? 0) / total) * WIDTH;
    const part = html`<rect class="crier-fill--${state}" x="${x.toFixed(1)}" y="0" width="${width.toFixed(1)}" height="${String(BAR_HEIGHT)}"></rect>`;
    x += width;
    return part;
  });
  return html`<svg class="crier-state-bar" viewBox="0 0 ${String(WIDTH)} ${String(BAR_HEIGHT)}" preserveAspectRatio="none" role="img" aria-label="${barWords(states)}">${parts}</svg>`;
}

/** The colour of a state beside its name. */
export function stateKey(state: State): Html {
  return html`<svg class="crier-state-key" viewBox="0 0 16 16" aria-hidden="true"><rect class="crier-fill--${state}" width="16" height="16" rx="3"></rect></svg>`;
}

function barWords(states: StateNumbers): string {
  const shown = CHART_STATES.filter((state) => (states[state] ?? 0) > 0);
  const parts = shown.map((state) => `${STATE_WORDS[state]} ${count(states[state] ?? 0)}`);
  return `Filers by state: ${parts.join(', ')}`;
}

/** The numbers of one upload. */
export interface StatePoint {
  /** Instant of the upload, ISO 8601 in UTC. */
  readonly at: string;
  readonly states: StateNumbers;
}

export interface StatePlot {
  /** Oldest first, one at least. */
  readonly points: readonly StatePoint[];
  /** Where the plot ends: now. */
  readonly until: string;
  readonly zone: string;
  /** A day that the plot marks, if it lies within: instant and name. */
  readonly mark: { readonly at: string; readonly name: string } | null;
}

const PLOT = { width: 440, height: 220, left: 44, right: 8, top: 24, bottom: 26 } as const;

/** How filers moved through the states from upload to upload: each state's part, one on another, over time. */
export function statePlot({ points: uploads, until, zone, mark }: StatePlot): Html {
  // The latest holds until now.
  const points = [...uploads, { ...uploads.at(-1)!, at: until }];
  const scale = scaleOf(points);
  const shown = CHART_STATES.filter((state) => points.some(({ states }) => (states[state] ?? 0) > 0));
  // What is done stands at the bottom, and grows upwards.
  const stacked = shown.toReversed();
  const areas = stacked.map((state, index) => area(state, { below: stacked.slice(0, index), points, scale }));
  const [first, last] = [points[0]!, points.at(-1)!];
  const label = `How the states of filers moved from ${courtDay(first.at, zone)} to ${courtDay(last.at, zone)}; the numbers stand in the table below`;
  return html`<svg class="crier-plot" viewBox="0 0 ${String(PLOT.width)} ${String(PLOT.height)}" role="img" aria-label="${label}">
${gridLines(scale)}${areas}${uploads.map(({ at }) => tick(at, scale))}${markLine(mark, { scale, points })}
<text class="crier-plot__text" x="${String(PLOT.left)}" y="${String(PLOT.height - 6)}">${shortDay(first.at, zone)}</text>
<text class="crier-plot__text" x="${String(PLOT.width - PLOT.right)}" y="${String(PLOT.height - 6)}" text-anchor="end">${shortDay(last.at, zone)}</text>
</svg>`;
}

interface Scale {
  readonly x: (at: string) => number;
  readonly y: (filers: number) => number;
  readonly most: number;
}

function scaleOf(points: readonly StatePoint[]): Scale {
  const from = millisecondsOf(points[0]!.at);
  const to = millisecondsOf(points.at(-1)!.at);
  const most = Math.max(1, ...points.map(({ states }) => sum(states)));
  const innerWidth = PLOT.width - PLOT.left - PLOT.right;
  const innerHeight = PLOT.height - PLOT.top - PLOT.bottom;
  return {
    x: (at) => PLOT.left + (to > from ? (millisecondsOf(at) - from) / (to - from) : 0) * innerWidth,
    y: (filers) => PLOT.height - PLOT.bottom - (filers / most) * innerHeight,
    most,
  };
}

/** Between uploads nothing is known, so a state's part stays as it was until the next: steps, no slopes. */
function area(
  state: State,
  { below, points, scale }: { below: readonly State[]; points: readonly StatePoint[]; scale: Scale },
): Html {
  const floors = points.map(({ states }) => below.reduce((total, one) => total + (states[one] ?? 0), 0));
  const roofs = points.map(({ states }, index) => floors[index]! + (states[state] ?? 0));
  const path = [
    ...steps(points, { heights: roofs, scale }),
    ...steps(points, { heights: floors, scale }).reverse(),
  ];
  return html`<polygon class="crier-fill--${state}" points="${path.join(' ')}"></polygon>`;
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

function gridLines({ y, most }: Scale): Html[] {
  return [0, most / 2, most].map(
    (
      filers,
    ) => html`<line class="crier-plot__line" x1="${String(PLOT.left)}" x2="${String(PLOT.width - PLOT.right)}" y1="${y(filers).toFixed(1)}" y2="${y(filers).toFixed(1)}"></line>
<text class="crier-plot__text" x="${String(PLOT.left - 6)}" y="${(y(filers) + 4).toFixed(1)}" text-anchor="end">${count(Math.round(filers))}</text>`,
  );
}

function tick(at: string, { x, y }: Scale): Html {
  return html`<line class="crier-plot__tick" x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="${y(0).toFixed(1)}" y2="${(y(0) + 6).toFixed(1)}"></line>`;
}

function markLine(
  mark: StatePlot['mark'],
  { scale, points }: { scale: Scale; points: readonly StatePoint[] },
): Html | '' {
  if (!mark) return '';
  const at = millisecondsOf(mark.at);
  if (at < millisecondsOf(points[0]!.at) || at > millisecondsOf(points.at(-1)!.at)) return '';
  const x = scale.x(mark.at);
  const isRight = x > PLOT.width / 2;
  return html`<line class="crier-plot__mark" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${String(PLOT.top - 14)}" y2="${scale.y(0).toFixed(1)}"></line>
<text class="crier-plot__text crier-plot__text--mark" x="${(x + (isRight ? -5 : 5)).toFixed(1)}" y="${String(PLOT.top - 8)}"${isRight ? html` text-anchor="end"` : ''}>${mark.name}</text>`;
}

/** `Oct 22` */
function shortDay(at: string, zone: string): string {
  return courtDay(at, zone).split(', ')[1]!;
}

function millisecondsOf(at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds;
}

function sum(states: StateNumbers): number {
  return Object.values(states).reduce((total, filers) => total + filers, 0);
}
