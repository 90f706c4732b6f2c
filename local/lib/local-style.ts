/** What pages beside the console need beyond its stylesheet: cards, a chart, paper, and the dark. */
export const LOCAL_STYLE = `
.local-warn { color: #b50909; }
.local-now { font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.local-wide, .local-chart { width: 100%; }
.local-title { overflow-wrap: anywhere; }
.crier-main .local-figures { font-size: .9rem; }
.local-figures th, .local-figures td { padding: .5rem; }
.local-figures tbody th, .local-chart th { white-space: nowrap; }
.local-figures th:first-child { position: sticky; left: 0; background: #fff; }
.local-chart td:nth-child(2) { width: 75%; vertical-align: middle; }
.local-chart .crier-state-bar { height: 1rem; min-width: 2px; }
.local-legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; padding: 0; }
.local-legend li { margin: 0; }
.local-cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
.local-card { border: 1px solid #dfe1e2; border-radius: .5rem; padding: 1rem 1.25rem; break-inside: avoid; }
.local-card h4 { font-size: 1.06rem; margin: 0; }
.local-card .usa-table { width: 100%; margin: .5rem 0 0; font-size: .95rem; }
.crier-main .local-card .usa-table :is(th, td) { padding: .25rem 0; font-weight: 400; border: 0; }
.local-card .usa-table + .usa-table { border-top: 1px solid #dfe1e2; }
.local-choices a { display: block; margin: 1rem 0 0; text-align: left; }
.local-choices small { display: block; font-weight: 400; }
.crier-details { border-top: 1px solid #dfe1e2; }
.crier-frame { background: #fff; }
@media (min-width: 40em) { .local-time { white-space: nowrap; } }
@media (max-width: 39.99em) { .local-card .crier-number, .local-chart .crier-number { text-align: right; } }
@media print {
  .crier-header, .usa-skipnav { display: none; }
  details:not([open]) { display: none; }
  .crier-frame { height: 22cm; }
  h2, h3 { break-after: avoid; }
  li, tr { break-inside: avoid; }
  .crier-scroll { overflow: visible; }
}
@media screen and (prefers-color-scheme: dark) {
  .local-warn { color: #fb9e96; }
  .local-figures th:first-child { background: #101214; }
  .local-card, .local-card .usa-table + .usa-table, .crier-details { border-color: #565c65; }
}
`;
