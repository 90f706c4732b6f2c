import { html, raw } from 'hono/html';
import { inlineStyles } from '../ui/inline-styles.ts';
import { ReportBody, reportTitle } from './report-body.tsx';
import type { ReportView } from './report-view.ts';

/** The file runs nothing and loads nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file, to keep or to send: without links to the console. */
export function reportFile(view: ReportView): string {
  const title = reportTitle(view);
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title} – ${view.court}</title>
<link rel="icon" href="data:,">
<style>${raw(inlineStyles('report'))}</style>
</head>
${(
  <body>
    <main id="main" class="crier-width crier-main">
      <h1>{title}</h1>
      <ReportBody {...view} hasLinks={false} />
    </main>
    <footer class="crier-footer">
      <div class="crier-width">Crier · launch {view.launch}</div>
    </footer>
  </body>
)}
</html>
`);
}
