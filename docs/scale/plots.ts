import { svg } from '../../bench/page/svg.ts';
import { secondsAt } from './durations.ts';
import { count } from './figures.ts';
import type { Measured } from './measured.ts';
import { AUDIENCES, RATES } from './scenarios.ts';

/** The plot of the page, from the repository's root. */
export const PLOT = 'docs/scale/durations.svg';

/** Minutes of a phase by its audience: a line for each rate by preflight, and the simulated phases as points. */
export function durationsPlot({ phases }: Measured): string {
  const sizes = AUDIENCES.map(({ filers }) => filers).toSorted((one, other) => one - other);
  const lines = RATES.map((rate) => ({
    name: `${count(rate)} a second`,
    type: 'line' as const,
    showSymbol: false,
    data: sizes.map((filers) => [filers, secondsAt(filers, rate) / 60]),
    silent: true,
  }));
  const points = phases.map(({ size, lastEmail }) => [size.filers, lastEmail / 60]);
  return svg({
    title: { text: 'Minutes from a phase’s start to its last email' },
    legend: { top: 42 },
    grid: { left: 60, right: 40, top: 80, bottom: 50 },
    xAxis: { type: 'log', name: 'emails', nameLocation: 'middle', nameGap: 30, min: 1000, max: 10_000_000 },
    yAxis: { type: 'log' },
    series: [...lines, { name: 'simulated', type: 'scatter', symbolSize: 8, data: points, silent: true }],
  });
}
