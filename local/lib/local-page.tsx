import { html, raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { inlineStyles } from '../../functions/console/ui/inline-styles.ts';
import { LOCAL_STYLE } from './local-style.ts';

/** A link of a page's navigation. */
interface LocalLink {
  readonly label: string;
  readonly href: string;
}

/** A page beside the console: one file that looks like the console's pages and asks for nothing else. */
interface LocalPage {
  /** The tab's title. */
  readonly title: string;
  /** What the header says beside the product's name. @default 'Rehearsal' */
  readonly name?: string;
  /** @default no navigation */
  readonly links?: readonly LocalLink[];
  /** Everything of `main`, with the heading of the first rank. */
  readonly body: Child;
  /** @default no foot */
  readonly footer?: Child;
  /** The page is loaded again after this many seconds. @default never */
  readonly refreshSeconds?: number;
  /** A Content-Security-Policy, for a page that no server sends. @default none in the page */
  readonly policy?: string;
  /** JavaScript that runs at the end. @default none */
  readonly script?: string;
}

/** The whole document. Its head is a template, since `hono/jsx` would move links to the head's end. */
export function localPage({ title, refreshSeconds, policy, script, ...page }: LocalPage): string {
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy ? html`<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''}
${refreshSeconds ? html`<meta http-equiv="refresh" content="${refreshSeconds}">` : ''}
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(inlineStyles() + LOCAL_STYLE)}</style>
</head>
<body>
${<Body {...page} />}
${script ? html`<script>${raw(script)}</script>` : ''}
</body>
</html>
`);
}

function Body({ name = 'Rehearsal', links = [], body, footer }: Omit<LocalPage, 'title'>) {
  return (
    <>
      <a class="usa-skipnav" href="#main">
        Skip to main content
      </a>
      <header class="crier-header">
        <div class="crier-width crier-header__bar">
          <div class="crier-header__name">
            <span class="crier-header__product">Crier</span> <span class="crier-header__court">{name}</span>
          </div>
        </div>
        {links.length > 0 ? <Links links={links} /> : null}
      </header>
      <main id="main" class="crier-width crier-main" tabindex={-1}>
        {body}
      </main>
      {footer ? (
        <footer class="crier-footer">
          <div class="crier-width">{footer}</div>
        </footer>
      ) : null}
    </>
  );
}

function Links({ links }: { links: readonly LocalLink[] }) {
  return (
    <nav class="crier-nav" aria-label="Main">
      <ul class="crier-width">
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
