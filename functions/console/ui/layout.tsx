import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { KeptForm } from '../../aws/kept-forms.ts';
import type { Person } from '../../domain/person.ts';
import type { RehearsalPlaces } from '../settings.ts';
import { Alert, type Notice } from './alert.tsx';
import { assetPath } from './asset-path.ts';
import { ErrorSummary } from './error-summary.tsx';
import { PageForms } from './form-context.tsx';
import type { NavigationPath } from './navigation.ts';
import { PageHeader } from './page-header.tsx';
import { RehearsalStrip } from './rehearsal-strip.tsx';
import { SessionDialog } from './session-dialog.tsx';

/** What is around every page. */
export interface Frame {
  /** The launch's name. */
  readonly launch: string;
  /** The court's name; `null` before the first plan. */
  readonly court: string | null;
  readonly isRehearsal: boolean;
  /** Pages beside the console that the strip links to. @default none */
  readonly rehearsal?: RehearsalPlaces;
  /** What time it is at the court, as text. @default not shown */
  readonly courtTime?: string;
  /** Who is signed in; `null`: no one. */
  readonly person: Person | null;
  /** Until the session ends, if it isn't used. @default not known */
  readonly sessionSeconds?: number;
  readonly notice: Notice | null;
  /** A form to be shown again; `gone`: it can't be. @default none */
  readonly form?: KeptForm | 'gone' | null;
}

/** A link to the page above. */
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
  readonly body: Child;
  /** The body brings its own `h1`. @default false */
  readonly ownHeading?: boolean;
  /** Names of scripts of `assets/scripts/`. The page works without them. @default none */
  readonly scripts?: readonly string[];
  /** Without scripts, the page is loaded again after this many seconds. @default never */
  readonly refreshSeconds?: number;
  /** Path that the browser continues to at once. @default none */
  readonly leadsTo?: string;
}

/** The whole document. Its head is a template, since `hono/jsx` would move links to the head's end. */
export function layout(frame: Frame, page: Page) {
  const { title, leadsTo, refreshSeconds } = page;
  const scripts = [...(page.scripts ?? []), ...(frame.sessionSeconds === undefined ? [] : ['session'])];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${hasProblems(frame) ? 'Error: ' : ''}${title} – ${frame.court ?? frame.launch} – Crier</title>
<meta name="robots" content="noindex">
${leadsTo ? html`<meta http-equiv="refresh" content="0; url=${leadsTo}">` : ''}
${refreshSeconds ? html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>` : ''}
<link rel="icon" href="${assetPath('img/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPath('css/console.css')}">
${scripts.map((name) => html`<script src="${assetPath(`js/${name}.js`)}" defer></script>`)}
</head>
${<Body frame={frame} page={page} />}
</html>`;
}

interface BodyProps {
  readonly frame: Frame;
  readonly page: Page;
}

function Body({ frame, page }: BodyProps) {
  const { notice, form = null, person, sessionSeconds } = frame;
  return (
    <body>
      <a class="usa-skipnav" href="#main">
        Skip to main content
      </a>
      {frame.isRehearsal ? <RehearsalStrip places={frame.rehearsal} courtTime={frame.courtTime} /> : null}
      <PageHeader court={frame.court} launch={frame.launch} person={person} current={page.current} />
      <main id="main" class="crier-width crier-main" tabindex={-1}>
        {form ? <ErrorSummary form={form} /> : null}
        {notice ? <Alert {...notice} /> : null}
        {page.back ? <Back {...page.back} /> : null}
        {page.ownHeading ? null : <h1>{page.title}</h1>}
        <PageForms form={form === 'gone' ? null : form}>{page.body}</PageForms>
      </main>
      <footer class="crier-footer">
        <div class="crier-width">Crier · launch {frame.launch}</div>
      </footer>
      {person && sessionSeconds !== undefined ? (
        <SessionDialog person={person} seconds={sessionSeconds} />
      ) : null}
    </body>
  );
}

function hasProblems({ form = null }: Frame): boolean {
  return form !== null && form !== 'gone' && Object.keys(form.problems).length > 0;
}

function Back({ href, label }: BackLink) {
  return (
    <nav class="crier-back" aria-label="Back">
      <a href={href}>‹ {label}</a>
    </nav>
  );
}
