import { html } from 'hono/html';
import type { ReadyPerson } from './people.ts';

const STYLE = `
body{font:1.06rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#f0f0f0;margin:0;display:grid;min-height:100vh;place-items:center}
main{background:#fff;border:1px solid #dfe1e2;border-radius:.5rem;padding:2rem;max-width:26rem;margin:1rem}
h1{font-size:1.5rem;margin:0 0 .5rem}
a{display:block;border:1px solid #1a4480;border-radius:.25rem;padding:.75rem 1rem;margin-top:1rem;color:#1a4480;text-decoration:none}
a:hover,a:focus{background:#eff6fb;outline:.25rem solid #2491ff}
strong{display:block}
`;

/** Who is ready to sign in, to choose from. @param query what the client asked by: each choice asks the same again */
export function peoplePage(people: readonly ReadyPerson[], query: URLSearchParams): string {
  const choice = ({ id, name, groups }: ReadyPerson) => {
    const href = `/authorize?${new URLSearchParams([...query, ['person', id]])}`;
    return html`<a href="${href}"><strong>${name}</strong>${groups.length > 0 ? `Group ${groups.join(', ')}` : 'In no group'}</a>`;
  };
  return String(html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Who are you? – Rehearsal</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main>
<h1>Who are you?</h1>
<p>This stands in for the sign-in service, on this machine only. It asks for no password.</p>
${people.map(choice)}
</main></body>
</html>`);
}
