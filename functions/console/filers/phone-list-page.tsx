import type { Person } from '../../domain/person.ts';
import { may } from '../../domain/person.ts';
import { count, counted } from '../../lib/count.ts';
import { CALL_GROUPS } from '../../queries/call-list.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Chip, Chips } from '../ui/chips.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormScope } from '../ui/form-context.tsx';
import type { Page } from '../ui/layout.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { Select } from '../ui/select.tsx';
import { AssigneeSelect, type Colleague } from './calls/assign-form.tsx';
import { GROUP_LABELS, SORT_LABELS, VIEW_LABELS } from './calls/call-labels.ts';
import {
  ASSIGN_PATH,
  ASSIGNED,
  PHONE_LIST,
  type PhoneChoices,
  type PhoneCounts,
  type PhoneView,
  pathOf,
  SORTS,
  VIEWS,
} from './calls/phone-choices.ts';
import { ASSIGN_FORM, type CallEntry, PhoneTable } from './calls/phone-rows.tsx';

/** Filers who must be reached by other means than email. */
export interface PhoneListView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf' | 'role' | 'id'>;
  readonly people: readonly Colleague[];
  readonly choices: PhoneChoices;
  readonly hasRoster: boolean;
  /** `null` without an active roster, or while a large one is being indexed. */
  readonly list: {
    readonly entries: readonly CallEntry[];
    readonly counts: PhoneCounts;
    /** How many filers fit the choices, on all pages. */
    readonly chosen: number;
    /** From 1 on. */
    readonly page: number;
    readonly pages: number;
    /** Emails had more problems than were looked at. */
    readonly isCut: boolean;
  } | null;
}

type ShownProps = Omit<PhoneListView, 'list' | 'hasRoster'> & {
  readonly list: NonNullable<PhoneListView['list']>;
};

/** Who must be called, or reached in another way than by email, a page at a time. */
export function phoneListPage({ list, hasRoster, ...view }: PhoneListView): Page {
  return {
    title: 'Phone list',
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: list ? <Shown {...view} list={list} /> : hasRoster ? <NotReady /> : <NoRoster />,
  };
}

function NoRoster() {
  return (
    <EmptyState title="No roster is active" action={{ href: '/roster', label: 'Go to the roster' }}>
      The phone list comes from the roster. Upload a roster and activate it first.
    </EmptyState>
  );
}

function NotReady() {
  return <p class="crier-note">The roster is new. Its phone list will be ready within minutes.</p>;
}

const INTROS: Readonly<Record<PhoneView, string>> = {
  open: 'These filers can’t be reached by email, or need a call. Call them, or write by mail.',
  done: 'You’ve reached these filers, or told them in another way.',
  court:
    'These filers are waiting for the court, so don’t call them first. Act on their accounts, then upload a roster update.',
};

const NONE: Readonly<Record<PhoneView, string>> = {
  open: 'No one to call.',
  done: 'No filers yet.',
  court: 'No one is waiting for the court.',
};

function Shown(view: ShownProps) {
  const { list, choices, person } = view;
  const { entries, chosen, page, pages } = list;
  const isFiltered = choices.why !== undefined || choices.assigned !== undefined;
  return (
    <>
      <Parts {...view} />
      <p>{INTROS[choices.view]}</p>
      <Filters {...view} />
      {list.isCut ? (
        <p class="crier-quiet">
          Too many emails had problems to check the older ones here. The downloaded list has everyone.
        </p>
      ) : null}
      {entries.length === 0 ? (
        <p class="crier-note" role="status">
          {isFiltered ? 'No filers match.' : NONE[choices.view]}
        </p>
      ) : (
        <>
          <p class="crier-quiet" role="status">
            {counted(chosen, 'filer')}
            {pages > 1 ? `, page ${page} of ${pages}` : ''}
          </p>
          <FormScope action={ASSIGN_PATH}>
            <PhoneTable {...view} entries={entries} />
            {may(person, 'operate') ? <Assign {...view} /> : null}
          </FormScope>
        </>
      )}
      <PageLinks
        previous={page > 1 ? pathOf({ ...choices, page: page - 1 }) : null}
        previousLabel="Previous page"
        next={page < pages ? pathOf({ ...choices, page: page + 1 }) : null}
      />
      <Takeaway {...view} />
    </>
  );
}

function Parts({ list: { counts }, choices }: ShownProps) {
  return (
    <Chips label="Parts of the phone list">
      {VIEWS.map((view) => (
        <Chip
          href={pathOf({ ...choices, view, why: undefined, page: 1 })}
          isChosen={choices.view === view}
          count={count(counts.views[view])}
        >
          {VIEW_LABELS[view]}
        </Chip>
      ))}
    </Chips>
  );
}

function Filters({ choices, list: { counts }, people, person }: ShownProps) {
  const { view, why, assigned, sort } = choices;
  const groups = CALL_GROUPS.filter((group) => counts.groups.has(group) || group === why);
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <form class="crier-facets crier-no-print" method="get" action={PHONE_LIST} aria-label="Filter and sort">
      {view === 'open' ? null : <input type="hidden" name="view" value={view} />}
      {view === 'open' && groups.length > 0 ? (
        <div class="crier-facet">
          <Select
            name="why"
            label="Reason"
            chosen={why}
            options={[
              { value: '', label: 'All reasons' },
              ...groups.map((group) => ({
                value: group,
                label: `${GROUP_LABELS[group]} (${count(counts.groups.get(group) ?? 0)})`,
              })),
            ]}
          />
        </div>
      ) : null}
      <div class="crier-facet">
        <Select
          name="assigned"
          label="Assigned to"
          chosen={assigned}
          options={[
            { value: '', label: 'Anyone' },
            { value: ASSIGNED.me, label: 'Me' },
            { value: ASSIGNED.no, label: 'No one' },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <div class="crier-facet">
        <Select
          name="sort"
          label="Sort by"
          chosen={sort}
          options={SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
        />
      </div>
      <button class="usa-button usa-button--outline" type="submit">
        Show
      </button>
    </form>
  );
}

function Assign({ choices, person, people }: ShownProps) {
  const action = pathOf(choices, ASSIGN_PATH);
  return (
    <form
      id={ASSIGN_FORM}
      class="usa-form crier-form crier-assign crier-no-print"
      method="post"
      action={action}
    >
      <input type="hidden" name="csrf" value={person.csrf} />
      <AssigneeSelect people={people} person={person} label="Assign the chosen filers to" />
      <SubmitButton kind="outline">Assign filers</SubmitButton>
    </form>
  );
}

function Takeaway({ person }: ShownProps) {
  return (
    <section class="crier-no-print" aria-labelledby="takeaway">
      <h2 id="takeaway">Print or download</h2>
      <p>To print this page of the list, use your browser’s Print command. Menus and forms are left out.</p>
      <ActionForm action={`${PHONE_LIST}/file`} person={person} label="Download">
        <SubmitButton kind="outline">Download the phone list (CSV)</SubmitButton>
        <p class="crier-quiet">
          The file has names, numbers, reasons and calls. Keep it as safe as the roster. Downloads are
          recorded in the audit log.
        </p>
      </ActionForm>
    </section>
  );
}
