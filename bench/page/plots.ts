import type { Results } from '../lib/results.ts';
import { svg } from './svg.ts';

/** The plots of the page, as SVG by file name. */
export function plots(results: Results): Readonly<Record<string, string>> {
  const { sender = {}, dispatch = {} } = results;
  const sizes = Object.keys(dispatch).flatMap((name) => /^secondsAt(\d+)$/.exec(name)?.[1] ?? []);
  const points = (name: string) => sizes.map((size) => [Number(size), Number(dispatch[`${name}At${size}`])]);
  return {
    'sender.svg': svg({
      title: { text: 'CPU per email, as a multiple of the SDK’s bare call' },
      grid: { left: 190, right: 60, top: 50, bottom: 30 },
      xAxis: { type: 'value', min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: ['the SDK’s bare call', 'a typical script', 'Crier'],
      },
      series: [
        {
          type: 'bar',
          data: [1, Number(sender.usualBesideBareCall), Number(sender.cpuBesideBareCall)],
          label: { show: true, position: 'right' },
          silent: true,
        },
      ],
    }),
    'dispatch.svg': svg({
      title: { text: 'Seconds to decide and enqueue an audience' },
      grid: { left: 60, right: 40, top: 50, bottom: 50 },
      xAxis: { type: 'value', name: 'filers', nameLocation: 'middle', nameGap: 30 },
      yAxis: { type: 'value', min: 0 },
      series: [{ type: 'line', data: points('seconds'), silent: true }],
    }),
  };
}
