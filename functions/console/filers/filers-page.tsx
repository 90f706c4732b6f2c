import { STATE_WORDS } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { Readiness } from '../../domain/roster/readiness.ts';
import { count, counted } from '../../lib/count.ts';
import type { NameOrder } from '../../queries/filers-by-name.ts';
import type { FilerLine } from '../../queries/filers-page.ts';
import { Alert } from '../ui/alert.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { NewRoster } from '../ui/new-roster.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { Address } from './contact.tsx';
import { REACH_LABELS, userTypeLabel } from './filer-labels.ts';
import { type FilersAsked, FilersForm } from './filers-form.tsx';

/** What the list of filers shows. */
interface FilersView {
  readonly person: Pick<Person, 'csrf'>;
  readonly asked: FilersAsked;
  /** `null` without an active roster. */
  readonly list: FilersList | null;
  /** Counts of the active roster for the plan's date, if there are any. */
  readonly counts: Pick<Readiness, 'byState' | 'userTypes' | 'filers'> | null;
  readonly order: NameOrder;
}

/** A page of filers, or why none were looked for. */
export type FilersList =
  | {
      readonly ok: true;
      readonly lines: readonly FilerLine[];
      /** How many filers come before the page; `null`: not known. */
      readonly offset: number | null;
      /** Cursor of the page before, or `first` if only the first page is known. */
      readonly previous: string | null;
      /** Cursor of the next page. */
      readonly next: string | null;
      /** Over all pages in the order of names, which can be turned. */
      readonly isByName: boolean;
      readonly lookFurther: boolean;
      /** Filers were read one by one. */
      readonly notIndexed: boolean;
    }
  /** A sentence for a person, without its full stop. */
  | { readonly ok: false; readonly refused: string };

/** The filers of the active roster, by words and by facets. */
export function filersPage({ person, asked, list, counts, order }: FilersView): Page {
  return {
    title: 'Filers',
    current: '/filers',
    body: list ? (
      <>
        <FilersForm person={person} asked={asked} counts={counts} isFiltered={isFiltered(asked)} />
        <p>
          <a href="/filers/phone-list">Phone list</a>: filers who can’t be reached by email, or need a call.
        </p>
        {list.ok ? (
          <Found asked={asked} counts={counts} order={order} {...list} />
        ) : (
          <Alert kind="warning" title="The search wasn’t run" text={`${list.refused}.`} />
        )}
      </>
    ) : (
      <NoRoster />
    ),
  };
}

function NoRoster() {
  return (
    <EmptyState title="No roster is active" action={{ href: '/roster', label: 'Go to the roster' }}>
      Filers come from the roster. Upload one and activate it. Then you’ll find every filer here, with their
      state and every email they received.
    </EmptyState>
  );
}

function isFiltered({ search, state, type, reach }: FilersAsked): boolean {
  return Boolean(search.typed || state || type || reach);
}

type FoundProps = Pick<FilersView, 'asked' | 'counts' | 'order'> & Extract<FilersList, { ok: true }>;

function Found(found: FoundProps) {
  const { asked, lines, previous, next, lookFurther, notIndexed, order, isByName } = found;
  const { search, ...choices } = asked;
  const here = { search: search.searchId, ...choices, order: order === 'a-z' ? null : order };
  return (
    <>
      {notIndexed ? <NewRoster /> : null}
      {lines.length > 0 ? (
        <>
          <p class="crier-quiet" role="status">
            {foundLabel(found)}
          </p>
          <Table
            caption="Filers"
            columns={isByName ? sortedColumns(order) : COLUMNS}
            rows={lines}
            onPhones="compact"
            class="crier-sends"
          />
        </>
      ) : (
        <p class="crier-calm" role="status">
          {lookFurther ? 'None so far. There are more filers to search.' : 'No filers match.'}
        </p>
      )}
      <PageLinks
        previous={previous && linkTo('/filers', { ...here, cursor: previous === 'first' ? null : previous })}
        {...(previous !== 'first' && { previousLabel: 'Previous page' })}
        next={next && linkTo('/filers', { ...here, cursor: next })}
        {...(lookFurther && { nextLabel: 'Continue searching' })}
      />
    </>
  );
}

function foundLabel({ asked, lines, offset, previous, next, counts }: FoundProps): string {
  if (offset !== null && counts) {
    const range = `${count(offset + 1)}–${count(offset + lines.length)}`;
    return `${range} of ${counted(counts.filers, 'filer')}, by last name`;
  }
  const label = counted(lines.length, 'filer');
  if (previous || next) return `${label} on this page`;
  return isFiltered(asked) ? `${label} found` : label;
}

/** The columns, with the link that turns the order of names. */
function sortedColumns(order: NameOrder): readonly Column<FilerLine>[] {
  const [name, ...others] = COLUMNS;
  const other = order === 'a-z' ? 'z-a' : 'a-z';
  const head = (
    <a href={linkTo('/filers', { order: other === 'a-z' ? null : other })}>
      Filer <span class="usa-sr-only">(sort {other === 'a-z' ? 'A to Z' : 'Z to A'})</span>
      <span aria-hidden="true">{order === 'a-z' ? '▲' : '▼'}</span>
    </a>
  );
  return [
    { ...name!, head, label: 'Filer', sorted: order === 'a-z' ? 'ascending' : 'descending' },
    ...others,
  ];
}

const COLUMNS: readonly Column<FilerLine>[] = [
  {
    head: 'Filer',
    isRowHead: true,
    cell: ({ filer }) => (
      <>
        <a href={`/filers/${filer.filerId}`}>{nameOf(filer)}</a>
        <span class="crier-quiet">{userTypeLabel(filer.userType)}</span>
      </>
    ),
  },
  { head: 'Firm', cell: ({ filer }) => filer.firm ?? '–' },
  {
    head: 'Address',
    class: 'crier-break',
    cell: ({ filer }) => (filer.email ? <Address>{filer.email}</Address> : '–'),
  },
  { head: 'State', cell: ({ state }) => STATE_WORDS[state.state] },
  {
    head: 'Reached',
    cell: ({ reach }) => {
      const { name, tone } = REACH_LABELS[reach];
      return <Tag tone={reach === 'email' ? 'plain' : tone}>{name}</Tag>;
    },
  },
];
