import { html } from 'hono/html';
import { USER_TYPES, type UserType } from '../../domain/filer/filer.ts';
import { REACHES, type Reach } from '../../domain/filer/reach.ts';
import { STATE_WORDS, STATES, type State } from '../../domain/filer/state.ts';
import { sumByState } from '../../domain/filer/state-counts.ts';
import type { Readiness } from '../../domain/roster/readiness.ts';
import type { FilerLine } from '../../queries/filers-page.ts';
import { noticeBox } from '../ui/alert.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { toneTag } from '../ui/tag.tsx';
import { address } from './filer-page.ts';
import { REACH_NAMES, USER_TYPE_NAMES } from './filer-words.ts';

/** What was asked for: the beginnings of words, and facets. */
export interface FilersAsked {
  readonly q: string;
  readonly state?: State | undefined;
  readonly type?: UserType | undefined;
  readonly reach?: Reach | undefined;
}

export interface FilersView {
  readonly asked: FilersAsked;
  /** `null` without a roster in force. */
  readonly list: FilersList | null;
  /** Counts of the roster in force for the day of go-live planned now, if there are any. */
  readonly counts: Pick<Readiness, 'byState' | 'userTypes' | 'filers'> | null;
  readonly isFirst: boolean;
}

export type FilersList =
  | {
      readonly ok: true;
      readonly lines: readonly FilerLine[];
      readonly next: string | null;
      readonly lookFurther: boolean;
      /** Filers were read one by one. */
      readonly notIndexed: boolean;
    }
  /** In words for a person. */
  | { readonly ok: false; readonly refused: string };

export function filersPage(view: FilersView): Page {
  return {
    title: 'Filers',
    current: '/filers',
    body: view.list ? html`${filters(view)}${answer(view, view.list)}` : nothingYet(),
  };
}

function nothingYet(): Html {
  return emptyState({
    title: 'No roster is in force',
    text: 'Filers come from the roster. Upload one and put it in force: then you find everybody here, with their state and every email they got.',
    action: { href: '/roster', label: 'Go to the roster' },
  });
}

function filters({ asked, counts }: FilersView): Html {
  const states = counts && sumByState(counts.byState);
  return html`<form class="crier-search crier-filers-form" role="search" method="get" action="/filers">
  <label class="usa-label" for="q">Find filers</label>
  <span class="usa-hint" id="q-hint">The beginning of a name, firm, address, CM/ECF user id, bar id or phone</span>
  <div class="crier-search__line"><input class="usa-input" id="q" name="q" type="search" autocomplete="off" aria-describedby="q-hint" value="${asked.q}"><button class="usa-button" type="submit">Search</button></div>
  <div class="crier-facets">
    ${select({ name: 'state', label: 'State', every: 'Every state', options: STATES.toSorted(byWords).map((state) => ({ value: state, name: STATE_WORDS[state], count: states && (states[state] ?? 0) })), chosen: asked.state })}
    ${select({ name: 'type', label: 'Kind of filer', every: 'Every kind', options: USER_TYPES.map((type) => ({ value: type, name: USER_TYPE_NAMES[type], count: counts?.userTypes[type] ?? (counts ? 0 : null) })), chosen: asked.type })}
    ${select({ name: 'reach', label: 'Reached by email', every: 'Whether or not', options: REACHES.map((reach) => ({ value: reach, name: REACH_NAMES[reach].name, count: null })), chosen: asked.reach })}
    <button class="usa-button usa-button--outline" type="submit">Show</button>
    ${isFiltered(asked) ? html`<a href="/filers">Show all</a>` : ''}
  </div>
</form>
<p><a href="/filers/phone-list">Phone list</a>: who must be told by other means than email.</p>`;
}

const ORDER = Object.keys(STATE_WORDS);

function byWords(one: State, other: State): number {
  return ORDER.indexOf(one) - ORDER.indexOf(other);
}

interface Select {
  readonly name: string;
  readonly label: string;
  readonly every: string;
  readonly options: readonly { value: string; name: string; count: number | null }[];
  readonly chosen: string | undefined;
}

function select({ name, label, every, options, chosen }: Select): Html {
  const shown = options.filter(({ value, count }) => count !== 0 || value === chosen);
  return html`<div class="crier-facet"><label class="usa-label" for="${name}">${label}</label>
    <select class="usa-select" id="${name}" name="${name}"><option value="">${every}</option>${shown.map(
      ({ value, name: words, count }) =>
        html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}${count === null ? '' : ` (${count.toLocaleString('en-US')})`}</option>`,
    )}</select></div>`;
}

function isFiltered({ q, state, type, reach }: FilersAsked): boolean {
  return Boolean(q || state || type || reach);
}

function answer({ asked, isFirst }: FilersView, list: FilersList): Html {
  if (!list.ok)
    return noticeBox({ kind: 'warning', title: 'Nothing was searched', text: `${list.refused}.` });
  const { lines, next, lookFurther, notIndexed } = list;
  const here = { ...asked };
  const links = pageLinks({
    previous: isFirst ? null : linkTo('/filers', here),
    next: next && linkTo('/filers', { ...here, cursor: next }),
    ...(lookFurther && { nextLabel: 'Look further' }),
  });
  const found =
    lines.length > 0
      ? html`<p class="crier-quiet" role="status">${foundWords(lines.length, { asked, isFirst, next })}</p>${filerTable(lines)}`
      : html`<p class="crier-calm" role="status">${lookFurther ? 'Nobody so far: there are more to look through.' : 'Nobody in the roster in force is like that.'}</p>`;
  return html`${notIndexed ? newRoster() : ''}${found}${links}`;
}

function foundWords(
  count: number,
  { asked, isFirst, next }: { asked: FilersAsked; isFirst: boolean; next: string | null },
): string {
  const words = `${count.toLocaleString('en-US')} ${count === 1 ? 'filer' : 'filers'}`;
  if (!isFirst || next) return `${words} on this page`;
  return isFiltered(asked) ? `${words} found` : words;
}

function newRoster(): Html {
  return noticeBox({
    kind: 'info',
    title: 'This roster is new',
    text: 'For some minutes filers are looked for one by one: a page may be slower, and hold fewer.',
  });
}

/** Filers, one a line: who, how to reach them, and where they stand. */
function filerTable(lines: readonly FilerLine[]): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--stacked crier-sends">
  <caption class="usa-sr-only">Filers</caption>
  <thead><tr><th scope="col">Filer</th><th scope="col">Firm</th><th scope="col">Address</th><th scope="col">State</th><th scope="col">Reached</th></tr></thead>
  <tbody>${lines.map(filerRow)}</tbody>
</table>`;
}

function filerRow({ filer, state, reach }: FilerLine): Html {
  const { name, tone } = REACH_NAMES[reach];
  return html`<tr>
  <th scope="row" data-label="Filer"><a href="/filers/${filer.filerId}">${nameOf(filer)}</a><span class="crier-quiet">${USER_TYPE_NAMES[filer.userType]}</span></th>
  <td data-label="Firm">${filer.firm ?? '–'}</td>
  <td data-label="Address" class="crier-break">${filer.email ? address(filer.email) : '–'}</td>
  <td data-label="State">${STATE_WORDS[state.state]}</td>
  <td data-label="Reached">${toneTag(reach === 'email' ? 'plain' : tone, name)}</td>
</tr>`;
}
