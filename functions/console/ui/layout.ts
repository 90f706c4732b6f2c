import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import type { RehearsalPlaces } from '../settings.ts';
import { assetPath } from './asset-path.ts';
import { type Notice, noticeBox } from './components.ts';
import type { Html } from './html.ts';
import { NAVIGATION, type NavigationPath } from './navigation.ts';

/** What stands around every page. */
export interface Frame {
  /** The launch's name. */
  readonly launch: string;
  /** The court's name; `null` before the first plan. */
  readonly court: string | null;
  readonly isRehearsal: boolean;
  /** Pages beside the console that the strip leads to. @default none */
  readonly rehearsal?: RehearsalPlaces;
  /** What time it is at the court, in words. @default not said */
  readonly courtTime?: string;
  /** Who is signed in; `null` for nobody. */
  readonly person: Person | null;
  readonly notice: Notice | null;
}

/** The way to a page above. */
export interface BackLink {
  readonly label: string;
  readonly href: string;
}

/** A page: its title, its place in the navigation, and what it shows. */
export interface Page {
  readonly title: string;
  /** @default none of the main pages */
  readonly current?: NavigationPath;
  /** The page above this one. @default none */
  readonly back?: BackLink;
  /** Without `main` and without its heading of the first rank, unless `ownHeading`. */
  readonly body: Html;
  /** The body brings its own `h1`. @default false */
  readonly ownHeading?: boolean;
  /** Names of scripts of `assets/scripts/`. The page works without them. @default none */
  readonly scripts?: readonly string[];
  /** Without scripts, the page is loaded again after so many seconds. @default never */
  readonly refreshSeconds?: number;
  /** Where the page leads by itself. @default nowhere */
  readonly leadsTo?: string;
}

const ROLES = { clerk: 'Clerk', ops: 'Operations' } as const;

/** The whole document. */
export function layout(frame: Frame, page: Page): Html {
  const { notice } = frame;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} – ${frame.court ?? frame.launch} – Crier</title>
<meta name="robots" content="noindex">
${page.leadsTo ? html`<meta http-equiv="refresh" content="0; url=${page.leadsTo}">` : ''}
${page.refreshSeconds ? html`<noscript><meta http-equiv="refresh" content="${String(page.refreshSeconds)}"></noscript>` : ''}
<link rel="icon" href="${assetPath('img/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('css/console.css')}">
${(page.scripts ?? []).map((name) => html`<script src="${assetPath(`js/${name}.js`)}" defer></script>`)}
</head>
<body>
<a class="usa-skipnav" href="#main">Skip to main content</a>
${frame.isRehearsal ? strip(frame) : ''}
${header(frame, page)}
<main id="main" class="crier-width crier-main" tabindex="-1">
${notice ? noticeBox(notice) : ''}
${page.back ? html`<nav class="crier-back" aria-label="Back"><a href="${page.back.href}">‹ ${page.back.label}</a></nav>` : ''}
${page.ownHeading ? '' : html`<h1>${page.title}</h1>`}
${page.body}
</main>
<footer class="crier-footer"><div class="crier-width">Crier · launch ${frame.launch}</div></footer>
</body>
</html>`;
}

/** Where nothing is real, every page says so. */
function strip({ rehearsal: { inbox, clock } = {}, courtTime }: Frame): Html {
  return html`<aside class="crier-rehearsal" aria-label="Rehearsal"><div class="crier-width"><strong>Rehearsal:</strong> nothing is sent to anybody.${clock || inbox ? html`<span class="crier-rehearsal__ways">${clock ? html` <a href="${clock}">The clock${courtTime ? `: ${courtTime}` : ''}</a>` : ''}${inbox ? html` <a href="${inbox}">Every email</a>` : ''}</span>` : ''}</div></aside>`;
}

function header({ court, launch, person }: Frame, { current }: Page): Html {
  return html`<header class="crier-header">
  <div class="crier-width crier-header__bar">
    <div class="crier-header__name">
      <a class="crier-header__product" href="/">Crier</a>
      <span class="crier-header__court">${court ?? ''}<span class="crier-header__launch">Launch ${launch}</span></span>
    </div>
    ${person ? who(person) : ''}
  </div>
  ${person ? navigation(current) : ''}
</header>`;
}

function who({ name, role, csrf }: Person): Html {
  return html`<div class="crier-who">
      <span class="crier-who__person">${name}<span class="crier-who__role">${ROLES[role]}</span></span>
      <form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${csrf}"><button class="crier-who__out" type="submit">Sign out</button></form>
    </div>`;
}

function navigation(current: string | undefined): Html {
  return html`<nav class="crier-nav" aria-label="Main"><ul class="crier-width">
    ${NAVIGATION.map(({ path, label }) => html`<li><a href="${path}"${path === current ? html` aria-current="page"` : ''}>${label}</a></li>`)}
  </ul></nav>`;
}
