import { STATE_WORDS } from '../../domain/filer/state.ts';
import { sumByState } from '../../domain/filer/state-counts.ts';
import type { Person } from '../../domain/person.ts';
import { LIST_SORTS, type ListSort } from '../../domain/roster/filer-lists.ts';
import type { Readiness } from '../../domain/roster/readiness.ts';
import { count, counted } from '../../lib/count.ts';
import type { PreviousPage } from '../../lib/cursor.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { FilerLine } from '../../queries/filers-page.ts';
import { Alert } from '../ui/alert.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { NewRoster } from '../ui/new-roster.tsx';
import { CursorLinks } from '../ui/page-links.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { SortChips } from '../ui/sort-chips.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { Address } from './contact.tsx';
import { REACH_LABELS, userTypeLabel } from './filer-labels.ts';
import { type FilersAsked, FilersForm } from './filers-form.tsx';
import { type FilersOrder, orderIn, SORT_LABELS } from './filers-order.ts';

/** What the list of filers shows. */
interface FilersView {
  readonly person: Pick<Person, 'csrf'>;
  readonly asked: FilersAsked;
  /** `null` without an active roster. */
  readonly list: FilersList | null;
  /** Counts of the active roster for the plan's date, if there are any. */
  readonly counts: Pick<Readiness, 'byState' | 'userTypes' | 'filers'> | null;
  readonly order: FilersOrder;
}

/** A page of filers, or why none were looked for. */
export type FilersList =
  | {
      readonly ok: true;
      readonly lines: readonly FilerLine[];
      /** How many filers come before the page; `null`: not known. */
      readonly offset: number | null;
      readonly previous: PreviousPage | null;
      /** Cursor of the next page. */
      readonly next: string | null;
      /** How many filers all pages have; `null`: not counted. */
      readonly total: number | null;
      /** Over all pages in the order that was asked for. */
      readonly isSorted: boolean;
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
  const { asked, lines, previous, next, lookFurther, notIndexed, order, isSorted } = found;
  const here = { ...hereOf(asked), ...orderIn(order) };
  return (
    <>
      {notIndexed ? <NewRoster /> : null}
      {isSorted && (lines.length > 1 || previous) ? <Sorts asked={asked} order={order} /> : null}
      {lines.length > 0 ? (
        <>
          <p class="crier-quiet" role="status">
            {foundLabel(found)}
          </p>
          <Table
            caption="Filers"
            columns={isSorted ? sortedColumns(order) : COLUMNS}
            rows={lines}
            onPhones="compact"
            class="crier-sends"
          />
        </>
      ) : (
        <p class="crier-note" role="status">
          {lookFurther ? 'None so far. There are more filers to search.' : 'No filers match.'}
        </p>
      )}
      <CursorLinks path="/filers" query={here} previous={previous} next={next} lookFurther={lookFurther} />
    </>
  );
}

function hereOf({ search, ...facets }: FilersAsked) {
  return { search: search.searchId, ...facets };
}

/** Links to the orders. What all filers of the list share sorts nothing. */
function Sorts({ asked, order }: Pick<FilersView, 'asked' | 'order'>) {
  const offered = LIST_SORTS.filter((one) => (one !== 'state' && one !== 'type') || !asked[one]);
  return (
    <SortChips
      sorts={offered.map((one) => [one, SORT_LABELS[one]] as const)}
      {...order}
      hrefOf={(next) => linkTo('/filers', { ...hereOf(asked), ...orderIn(next) })}
    />
  );
}

function foundLabel(found: FoundProps): string {
  const { asked, lines, offset, previous, next } = found;
  const total = totalOf(found);
  if (offset !== null && (previous || next)) {
    const range = `${count(offset + 1)}–${count(offset + lines.length)}`;
    return total === null ? `Filers ${range}` : `${range} of ${counted(total, 'filer')}`;
  }
  const label = counted(lines.length, 'filer');
  if (previous || next) return `${label} on this page`;
  return isFiltered(asked) ? `${label} found` : label;
}

/** How many filers all pages have, as far as that is counted. */
function totalOf({ asked, total, counts }: FoundProps): number | null {
  const { search, state, type, reach } = asked;
  if (total !== null || search.typed || reach || (state && type) || !counts) return total;
  if (state) return sumByState(counts.byState)[state] ?? null;
  return type ? (counts.userTypes[type] ?? null) : counts.filers;
}

/** The columns, where the one by which rows are sorted says so. */
function sortedColumns({ sort, order }: FilersOrder): readonly Column<FilerLine>[] {
  const sorted = order === 'a-z' ? 'ascending' : 'descending';
  return COLUMNS.map((column) => (column.head === SORTED_HEADS[sort] ? { ...column, sorted } : column));
}

const SORTED_HEADS: Readonly<Record<ListSort, string | null>> = {
  name: 'Filer',
  firm: 'Firm',
  type: null,
  state: 'State',
};

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
