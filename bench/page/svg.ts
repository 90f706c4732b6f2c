import { init } from 'echarts';

/** What a plot shows, as ECharts has it. */
export type PlotOptions = Parameters<ReturnType<typeof init>['setOption']>[0];

/** A plot as SVG, by ECharts without a browser. */
export function svg(options: PlotOptions): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: 260 });
  try {
    chart.setOption({ animation: false, backgroundColor: '#ffffff', ...options });
    return renamed(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/** ECharts counts charts and classes of the whole process, and names them so. The same plot must be the same file. */
function renamed(drawn: string): string {
  const names = new Map<string, string>();
  return drawn.replaceAll(/\bzr\d+-(cls-|[a-z]+)\d+/g, (name, kind: string) => {
    const known = names.get(name) ?? `zr-${kind}${names.size}`;
    names.set(name, known);
    return known;
  });
}
