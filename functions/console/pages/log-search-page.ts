import { html } from 'hono/html';
import type { LogSearchPage } from '../../send-log/search-log.client.ts';
import { emptyState } from '../parts/empty.ts';
import { noticeBox } from '../parts/notice.ts';
import { linkTo, pageLinks } from '../parts/pages.ts';
import { nameOf, sendTable } from '../parts/send-table.ts';
import type { Page } from './layout.ts';
import { searchForm } from './log-page.ts';

/** Whom the log knows by the beginnings of words. */
export interface LogSearchView {
  readonly zone: string;
  readonly typed: string;
  /** `null` without a roster in force. */
  readonly answer: LogSearchPage | null;
  readonly phases: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
}

export function logSearchPage(view: LogSearchView): Page {
  return {
    title: 'Search the send log',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`${searchForm(view.typed)}${answer(view)}`,
  };
}

function answer({ answer, typed, zone, phases, isFirst }: LogSearchView) {
  if (!answer) {
    return emptyState({
      title: 'No roster is in force',
      text: 'Filers are found by what the roster says of them. Upload one first.',
      action: { href: '/roster', label: 'Go to the roster' },
    });
  }
  if (!answer.ok)
    return noticeBox({ kind: 'warning', title: 'Nothing was searched', text: `${answer.refused}.` });
  const { found, next, lookFurther, notIndexed } = answer;
  const note = notIndexed
    ? noticeBox({
        kind: 'info',
        title: 'This roster is new',
        text: 'For some minutes filers are looked for one by one: a page may be slower, and hold fewer.',
      })
    : '';
  const links = pageLinks({
    previous: isFirst ? null : linkTo('/log/search', { q: typed }),
    next: next && linkTo('/log/search', { q: typed, cursor: next }),
    ...(lookFurther && { nextLabel: 'Look further' }),
  });
  if (found.length === 0) {
    const words = lookFurther
      ? 'Nobody so far: there are more to look through.'
      : 'Nobody in the roster in force has words that begin like that.';
    return html`${note}<p class="crier-calm">${words}</p>${links}`;
  }
  return html`${note}${found.map(
    ({ filer, sends }) => html`<section class="crier-found" aria-label="${nameOf(filer) ?? filer.filerId}">
  <h2><a href="/filers/${filer.filerId}">${nameOf(filer)}</a></h2>
  <p class="crier-quiet">${[filer.firm, filer.email ?? 'no usable address', filer.userId].filter(Boolean).join(' · ')}</p>
  ${
    sends.length > 0
      ? sendTable({ lines: sends, zone, caption: `Emails to ${nameOf(filer)}`, phases, showsFiler: false })
      : html`<p>No email so far.</p>`
  }
</section>`,
  )}${links}`;
}
