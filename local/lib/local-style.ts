/** What pages beside the console need beyond its stylesheet: cards, charts, paper, and the dark. */
export const LOCAL_STYLE = `
.local-lead { font-size: 1.125rem; }
.local-warn { color: #b50909; }
.local-chart { width: 100%; }
.local-chart td:nth-child(2) { width: 75%; vertical-align: middle; }
.local-chart .crier-state-bar { height: 1rem; min-width: 2px; }
.local-legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; padding: 0; }
.local-legend li { margin: 0; }
.local-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.local-card { border: 1px solid #dfe1e2; border-radius: .5rem; padding: 1rem 1.25rem; break-inside: avoid; }
.local-card h4 { font-size: 1.06rem; margin: 0; }
.local-card .crier-list > div { display: flex; gap: 1rem; justify-content: space-between; padding-block: .125rem; }
.local-card .crier-list dd { font-variant-numeric: tabular-nums; }
.local-now { font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.local-choices a { display: block; margin: 1rem 0 0; text-align: left; }
.local-choices small { display: block; font-weight: 400; }
.crier-details { border-top: 1px solid #dfe1e2; }
@media print {
  .crier-header, .crier-nav, .usa-skipnav { display: none; }
  details:not([open]) { display: none; }
  .crier-frame { height: 22cm; }
  h2, h3 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  .crier-scroll { overflow: visible; }
}
`;
