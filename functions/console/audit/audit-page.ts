import { html } from 'hono/html';
import type { AuditEntry } from '../../aws/audit-log.ts';
import { timeOf } from '../ui/court-time.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { actWords } from './act-words.ts';

/** What people did, newest first. */
export interface AuditView {
  readonly zone: string;
  readonly records: readonly AuditEntry[];
  /** What people are called, by the ids of their accounts. */
  readonly people: ReadonlyMap<string, string>;
  /** Names of phases by their ids and by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
  readonly next: string | null;
}

export function auditPage(view: AuditView): Page {
  const { records, isFirst, next } = view;
  const list =
    records.length > 0
      ? table(view)
      : emptyState({
          title: 'Nobody has done anything yet',
          text: 'Every upload, release, hold, retry and export stands here for good, with who did it and why.',
        });
  const links = pageLinks({
    previous: isFirst ? null : '/audit',
    next: next && linkTo('/audit', { cursor: next }),
    previousLabel: 'Newest',
    nextLabel: 'Older',
  });
  return {
    title: 'Audit',
    current: '/audit',
    body: html`<p>What people did, newest first. Nobody can change it.</p>${list}${links}`,
  };
}

function table(view: AuditView): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--stacked">
  <caption class="usa-sr-only">What people did, newest first</caption>
  <thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Why</th><th scope="col">Before → after</th></tr></thead>
  <tbody>${view.records.map((record) => row(record, view))}</tbody>
</table>`;
}

function row({ at, act, before, after }: AuditEntry, { zone, people, phases }: AuditView): Html {
  const { title, what, href } = actWords(act);
  const name = what && (phases.get(what) ?? what);
  const shown = name && (href ? html`<a href="${href}">${name}</a>` : name);
  const who = people.get(act.by);
  return html`<tr>
  <td data-label="When">${timeOf(at, zone)}</td>
  <td data-label="Who">${who ? html`${who}<span class="crier-quiet">${act.by}</span>` : act.by}</td>
  <th scope="row" data-label="What">${title}${shown ? html`<span class="crier-quiet">${shown}</span>` : ''}</th>
  <td data-label="Why">${act.why}</td>
  <td data-label="Before → after">${before.length + after.length === 0 ? '–' : html`${codes(before)} → ${codes(after)}`}</td>
</tr>`;
}

/** So many are named; an act on a thousand sends says how many more. */
const NAMED = 5;

function codes(all: readonly string[]): string {
  if (all.length === 0) return 'nothing';
  const more = all.length > NAMED ? ` and ${(all.length - NAMED).toLocaleString('en-US')} more` : '';
  return `${all.slice(0, NAMED).join(', ')}${more}`;
}
