import type { ComposedEmail } from '../../functions/email/email-input.ts';

/** One email of the gallery. */
export interface Shown {
  /** Name of its files, without ending. */
  readonly id: string;
  /** Id of the phase that sends it. */
  readonly phase: string;
  readonly situation: string;
  /** Filers of the roster in this situation. */
  readonly count: number;
  readonly email: ComposedEmail;
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif}
main{max-width:1800px;margin:0 auto;padding:16px 24px}
h1{font-size:24px}h2{font-size:18px;margin:24px 0 8px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:6px 12px 6px 0;border-bottom:1px solid #8884;vertical-align:top}
td.number{text-align:right}
.row{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start}
iframe{border:1px solid #8888;background:#fff}
pre{font:14px/1.4 ui-monospace,monospace;padding:12px;border:1px solid #8888;overflow:auto;margin:0;max-height:1600px}
nav a{margin-right:16px}
`;

/** The gallery's first page: every email by phase and situation. */
export function indexPage(name: string, shown: readonly Shown[]): string {
  const phases = [...new Set(shown.map(({ phase }) => phase))];
  const body = phases.map((phase) => {
    const rows = shown
      .filter((one) => one.phase === phase)
      .map(
        ({ id, situation, count, email }) =>
          `<tr><td><a href="${id}.html">${escapeHtml(situation)}</a></td><td>${escapeHtml(email.subject)}</td>` +
          `<td class="number">${count || 'sample'}</td></tr>`,
      );
    return `<h2 id="${phase}">${phase}</h2>
<table><thead><tr><th scope="col">Situation</th><th scope="col">Subject</th><th scope="col">Filers</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
  });
  const links = phases.map((phase) => `<a href="#${phase}">${phase}</a>`).join('');
  return page(`Emails of ${name}`, {
    nav: `${links}<a href="public-notice.html">notice for the website</a>`,
    body: body.join('\n'),
  });
}

/** One email: light, dark and on a phone, beside its text and its source. */
export function emailPage(
  { id, phase, situation, email }: Shown,
  { before, after }: { before?: Shown; after?: Shown },
): string {
  const frame = (file: string, title: string, width: number) =>
    `<section><h2>${title}</h2>` +
    `<iframe title="${title}" src="${file}" width="${width}" height="1600"></iframe></section>`;
  const nav = [
    '<a href="index.html">All emails</a>',
    before ? `<a href="${before.id}.html" rel="prev">Previous</a>` : '',
    after ? `<a href="${after.id}.html" rel="next">Next</a>` : '',
  ];
  const source = Buffer.from(email.raw).toString('latin1').replaceAll('\r\n', '\n');
  return page(`${phase}: ${situation}`, {
    nav: nav.join(''),
    body: `<p><strong>${escapeHtml(email.subject)}</strong></p>
<div class="row">
${frame(`${id}.light.html`, 'Light', 640)}
${frame(`${id}.dark.html`, 'Dark', 640)}
${frame(`${id}.light.html`, 'Phone', 360)}
<section><h2>Text</h2><pre>${escapeHtml(email.text)}</pre></section>
<section><h2>Source</h2><pre>${escapeHtml(source)}</pre></section>
</div>`,
  });
}

function page(title: string, { nav, body }: { nav: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>
<nav aria-label="Emails">${nav}</nav>
<h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
