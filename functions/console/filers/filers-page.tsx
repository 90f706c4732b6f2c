import { STATE_WORDS } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { Readiness } from '../../domain/roster/readiness.ts';
import { counted } from '../../lib/count.ts';
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
  readonly isFirst: boolean;
}

/** A page of filers, or why none were looked for. */
export type FilersList =
  | {
      readonly ok: true;
      readonly lines: readonly FilerLine[];
      /** Cursor of the next page. */
      readonly next: string | null;
      readonly lookFurther: boolean;
      /** Filers were read one by one. */
      readonly notIndexed: boolean;
    }
  /** A sentence for a person, without its full stop. */
  | { readonly ok: false; readonly refused: string };

/** The filers of the active roster, by words and by facets. */
export function filersPage({ person, asked, list, counts, isFirst }: FilersView): Page {
  return {
    title: 'Filers',
    current: '/filers',
    body: list ? (
      <>
        <FilersForm person={person} asked={asked} counts={counts} isFiltered={isFiltered(asked)} />
        <p>
          <a href="/filers/phone-list">Phone list</a>: who must be told by other means than email.
        </p>
        {list.ok ? (
          <Found asked={asked} isFirst={isFirst} {...list} />
        ) : (
          <Alert kind="warning" title="Nothing was searched" text={`${list.refused}.`} />
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
      Filers come from the roster. Upload one and activate it. Then you find everybody here, with their state
      and every email they got.
    </EmptyState>
  );
}

function isFiltered({ search, state, type, reach }: FilersAsked): boolean {
  return Boolean(search.typed || state || type || reach);
}

type FoundProps = Pick<FilersView, 'asked' | 'isFirst'> & Extract<FilersList, { ok: true }>;

function Found({ asked, isFirst, lines, next, lookFurther, notIndexed }: FoundProps) {
  const { search, ...choices } = asked;
  const here = { search: search.searchId, ...choices };
  return (
    <>
      {notIndexed ? <NewRoster /> : null}
      {lines.length > 0 ? (
        <>
          <p class="crier-quiet" role="status">
            {foundLabel(lines.length, { asked, isOnlyPage: isFirst && !next })}
          </p>
          <Table caption="Filers" columns={COLUMNS} rows={lines} onPhones="compact" class="crier-sends" />
        </>
      ) : (
        <p class="crier-calm" role="status">
          {lookFurther ? 'None so far. There are more filers to search.' : 'No filers match.'}
        </p>
      )}
      <PageLinks
        previous={isFirst ? null : linkTo('/filers', here)}
        next={next && linkTo('/filers', { ...here, cursor: next })}
        {...(lookFurther && { nextLabel: 'Look further' })}
      />
    </>
  );
}

function foundLabel(
  filers: number,
  { asked, isOnlyPage }: { asked: FilersAsked; isOnlyPage: boolean },
): string {
  const label = counted(filers, 'filer');
  if (!isOnlyPage) return `${label} on this page`;
  return isFiltered(asked) ? `${label} found` : label;
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
