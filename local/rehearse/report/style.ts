import type { State } from '../../../functions/domain/filer/state.ts';

/** Colours of the states on light and on dark ground; told apart with colour-blind eyes too. */
const STATE_COLOURS: Readonly<Record<State, readonly [light: string, dark: string]>> = {
  'needs-individual-account': ['#b5432e', '#e98a74'],
  'needs-upgrade': ['#dc8a1b', '#f0b057'],
  'verify-account': ['#8f7a00', '#dccb4c'],
  'ready-to-link': ['#2a6fb8', '#74b0f0'],
  'link-failed': ['#8a46a8', '#cf97ea'],
  'awaiting-court': ['#1e8fa6', '#63cde0'],
  conflict: ['#69707d', '#a5adba'],
  linked: ['#2f8a50', '#6fce92'],
  'not-required': ['#9aa1ac', '#7d8593'],
  inactive: ['#c3c8d0', '#5b6370'],
};

const colours = Object.entries(STATE_COLOURS)
  .map(([state, [light, dark]]) => `--${state}: light-dark(${light}, ${dark});`)
  .join(' ');

/** The report's style sheet: light and dark, wide and narrow, screen and paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #11151b);
  --card: light-dark(#ffffff, #1a2029);
  --ink: light-dark(#1a2230, #e6eaf1);
  --muted: light-dark(#566072, #a1acbd);
  --line: light-dark(#dce1e8, #303947);
  --accent: light-dark(#1b4f91, #8ebcf7);
  --warn: light-dark(#a3360f, #ffa07a);
  ${colours}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1; }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
.eyebrow { margin: 0; color: var(--muted); font-size: .875rem; letter-spacing: .02em; }
h1 { margin: .25rem 0 .5rem; font-size: clamp(1.6rem, 1.1rem + 2vw, 2.4rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 3rem 0 .5rem; font-size: 1.4rem; line-height: 1.25; }
h3 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .5rem 0; max-width: 46rem; }
.muted { color: var(--muted); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1.25rem 0 0; padding: .75rem 0; list-style: none; border-block: 1px solid var(--line); }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; }
.tiles dt { color: var(--muted); font-size: .875rem; }
.tiles dd { margin: 0; font-size: 1.7rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tiles .warn dd { color: var(--warn); }

.timeline { list-style: none; margin: 1rem 0 0; padding: 0; }
.timeline li { display: grid; grid-template-columns: 13.5rem 1rem 1fr; gap: 0 1rem; }
.timeline time { text-align: right; color: var(--muted); font-size: .875rem; padding-top: .1rem; font-variant-numeric: tabular-nums; }
.timeline .mark { position: relative; }
.timeline .mark::before { content: ''; position: absolute; left: 50%; top: 0; bottom: 0; border-left: 2px solid var(--line); }
.timeline li:first-child .mark::before { top: .6rem; }
.timeline li:last-child .mark::before { bottom: calc(100% - .6rem); }
.timeline .mark::after { content: ''; position: absolute; left: calc(50% - .36rem + 1px); top: .4rem; width: .72rem; height: .72rem; border-radius: 50%; background: var(--card); border: 2px solid var(--muted); }
.timeline .phase .mark::after { background: var(--accent); border-color: var(--accent); }
.timeline .court .mark::after { border-radius: 2px; background: var(--warn); border-color: var(--warn); }
.timeline .person .mark::after { border-color: var(--accent); border-width: 3px; }
.timeline .said { padding-bottom: 1.1rem; }
.timeline .said p { margin: 0; color: var(--muted); font-size: .9375rem; }
.timeline strong { font-weight: 600; overflow-wrap: anywhere; }

.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { padding: .55rem .8rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child > * { border-bottom: 0; }
tfoot > tr > * { border-top: 2px solid var(--line); border-bottom: 0; font-weight: 600; }
thead th { color: var(--muted); font-weight: 600; font-size: .8125rem; white-space: nowrap; }
tbody th { font-weight: 600; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.none { color: var(--muted); }
td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }

.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; list-style: none; margin: 1rem 0; padding: 0; font-size: .875rem; }
.swatch { display: inline-block; width: .75rem; height: .75rem; border-radius: .2rem; margin-right: .4rem; vertical-align: -.05rem; background: var(--colour); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.1rem 1.1rem; break-inside: avoid; }
.card h4 { margin: 0; font-size: 1.1rem; display: flex; justify-content: space-between; gap: .5rem; align-items: baseline; }
.card h4 span { font-size: .8125rem; font-weight: 500; color: var(--muted); }
.card .when { margin: 0 0 .7rem; font-size: .875rem; color: var(--muted); }
.chart { list-style: none; margin: 1rem 0 0; padding: .8rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
.chart li { display: grid; grid-template-columns: 7rem 1fr 3rem; gap: .75rem; align-items: center; padding: .2rem 0; font-size: .9375rem; }
.bar { display: flex; gap: 2px; height: 1rem; min-width: 2px; border-radius: .25rem; overflow: hidden; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.bar span { background: var(--colour); min-width: 2px; }
.states { list-style: none; margin: .7rem 0 0; padding: 0; font-size: .9375rem; }
.states li { display: flex; gap: .25rem; justify-content: space-between; }
.states li > :last-child { font-variant-numeric: tabular-nums; }
.split { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .6rem; }
.badge { color: var(--warn); font-weight: 600; }

details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; margin: .6rem 0; }
summary { cursor: pointer; padding: .7rem 1rem; }
summary .muted { font-size: .875rem; }
iframe { display: block; width: 100%; height: 38rem; border: 0; border-top: 1px solid var(--line); border-radius: 0 0 .6rem .6rem; background: #fff; }
footer { margin-top: 3rem; padding-bottom: 3rem; color: var(--muted); font-size: .875rem; }

@media (max-width: 44rem) {
  .timeline li { grid-template-columns: 1rem 1fr; }
  .timeline time { grid-column: 2; grid-row: 1; text-align: left; }
  .timeline .mark { grid-column: 1; grid-row: 1 / 3; }
  .timeline .said { grid-column: 2; }
  .scroll thead th, .scroll td.when { white-space: normal; }
  .scroll td.when { min-width: 7rem; }
  .scroll th:first-child { position: sticky; left: 0; background: var(--card); }
  th, td { padding: .5rem .6rem; }
  .chart li { grid-template-columns: 6rem 1fr 2rem; gap: .5rem; }
  iframe { height: 32rem; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; }
  body { font-size: 10pt; }
  nav, .skip { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  details:not([open]) { display: none; }
  iframe { height: 22cm; }
  h2, h3 { break-after: avoid; }
  .timeline li, tr { break-inside: avoid; }
  .scroll { overflow: visible; }
}
`;
