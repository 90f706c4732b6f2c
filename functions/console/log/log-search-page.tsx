import { SHOWN_STATES, STATE_WORDS } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import type { LogSearchPage } from '../../queries/search-log.ts';
import type { SendFilter } from '../../queries/send-line.ts';
import type { AskedSearch } from '../http/search.ts';
import { Alert } from '../ui/alert.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { NewRoster } from '../ui/new-roster.tsx';
import { CursorLinks } from '../ui/page-links.tsx';
import { Select, type SelectOption } from '../ui/select.tsx';
import { nameOf, SendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { ExportSection } from './export-section.tsx';
import { LogSearchForm } from './log-search-form.tsx';

/** Filers that the log knows by the beginnings of words. */
interface LogSearchView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  readonly search: AskedSearch;
  readonly filter: SendFilter;
  /** `null` without an active roster. */
  readonly answer: LogSearchPage | null;
  /** Names of phases by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
}

/** A search of the send log: its form, and what it found. */
export function logSearchPage(view: LogSearchView): Page {
  return {
    title: 'Search the send log',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <LogSearchForm person={view.person} typed={view.search.typed}>
          <Filters {...view} />
        </LogSearchForm>
        <Answer {...view} />
      </>
    ),
  };
}

/** By phase, status and state: of the filers found, only these emails. */
function Filters({ filter: { runId, status, state }, phases }: LogSearchView) {
  const runs = [...phases].map(([value, label]) => ({ value, label }));
  const statuses = SEND_STATUSES.map((value) => ({ value, label: statusLabel(value) }));
  const states = SHOWN_STATES.map((value) => ({ value, label: STATE_WORDS[value] }));
  return (
    <div class="crier-filters">
      <Filter name="run" label="Phase" all="Every phase" options={runs} chosen={runId} />
      <Filter name="status" label="Status" all="Every status" options={statuses} chosen={status} />
      <Filter name="state" label="State of the filer" all="Every state" options={states} chosen={state} />
    </div>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  /** The choice of all of them. */
  readonly all: string;
  readonly options: readonly SelectOption[];
  readonly chosen: string | undefined;
}

function Filter({ name, label, all, options, chosen }: FilterProps) {
  return (
    <div>
      <Select name={name} label={label} options={[{ value: '', label: all }, ...options]} chosen={chosen} />
    </div>
  );
}

function Answer(view: LogSearchView) {
  const { answer } = view;
  if (!answer) {
    return (
      <EmptyState title="No roster is active" action={{ href: '/roster', label: 'Go to the roster' }}>
        Filers are searched in the roster. Upload one first.
      </EmptyState>
    );
  }
  if (!answer.ok) return <Alert kind="warning" title="The search wasn’t run" text={`${answer.refused}.`} />;
  return <Found {...view} answer={answer} />;
}

type FoundProps = Omit<LogSearchView, 'answer'> & { readonly answer: Extract<LogSearchPage, { ok: true }> };

function Found({ answer, person, search: { searchId }, filter, zone, phases }: FoundProps) {
  const { runId: run, status, state } = filter;
  const { lines: found, previous, next, lookFurther, notIndexed } = answer;
  const here = { search: searchId, run, status, state };
  return (
    <>
      {notIndexed ? <NewRoster /> : null}
      {found.length === 0 ? (
        <p class="crier-note">{emptyMessage({ lookFurther, isFiltered: Boolean(run || status || state) })}</p>
      ) : (
        found.map((one) => <FoundFiler {...one} zone={zone} phases={phases} />)
      )}
      <CursorLinks
        path="/log/search"
        query={here}
        previous={previous}
        next={next}
        lookFurther={lookFurther}
      />
      {found.some(({ sends }) => sends.length > 0) ? (
        <ExportSection person={person} asked={here}>
          Exports exactly these emails, from every page, with names and addresses. Exports are recorded in the
          audit log.
        </ExportSection>
      ) : null}
    </>
  );
}

function emptyMessage({ lookFurther, isFiltered }: { lookFurther: boolean; isFiltered: boolean }): string {
  if (lookFurther) return 'None so far. There are more filers to search.';
  return isFiltered
    ? 'No filer who matches your search has such an email.'
    : 'No filer in the active roster matches your search.';
}

type FoundFilerProps = FoundProps['answer']['lines'][number] & Pick<LogSearchView, 'zone' | 'phases'>;

function FoundFiler({ filer, sends, zone, phases }: FoundFilerProps) {
  const name = nameOf(filer);
  const known = [filer.firm, filer.email ?? 'no usable address', filer.userId];
  return (
    <section class="crier-found-filer" aria-label={name ?? filer.filerId}>
      <h2>
        <a href={`/filers/${filer.filerId}`}>{name}</a>
      </h2>
      <p class="crier-quiet">{known.filter(Boolean).join(' · ')}</p>
      {sends.length > 0 ? (
        <SendTable
          lines={sends}
          zone={zone}
          caption={`Emails to ${name}`}
          phases={phases}
          showsFiler={false}
        />
      ) : (
        <p>No emails yet.</p>
      )}
    </section>
  );
}
