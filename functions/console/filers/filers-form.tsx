import { campaign } from '#campaign';
import { USER_TYPES, type UserType } from '../../domain/filer/filer.ts';
import { REACHES, type Reach } from '../../domain/filer/reach.ts';
import { SHOWN_STATES, STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { sumByState } from '../../domain/filer/state-counts.ts';
import type { Person } from '../../domain/person.ts';
import type { Readiness } from '../../domain/roster/readiness.ts';
import { count } from '../../lib/count.ts';
import type { AskedSearch } from '../http/search.ts';
import { SearchForm } from '../ui/search-form.tsx';
import { Select } from '../ui/select.tsx';
import { REACH_LABELS, userTypeLabel } from './filer-labels.ts';

/** What was asked for: the beginnings of words, and facets. */
export interface FilersAsked {
  readonly search: AskedSearch;
  readonly state?: State | undefined;
  readonly type?: UserType | undefined;
  readonly reach?: Reach | undefined;
}

interface FilersFormProps {
  readonly person: Pick<Person, 'csrf'>;
  readonly asked: FilersAsked;
  /** @default choices have no numbers */
  readonly counts: Pick<Readiness, 'byState' | 'userTypes'> | null;
  /** Something is chosen or typed. */
  readonly isFiltered: boolean;
}

/** Looks for filers by the beginnings of words, by state, kind and reach. */
export function FilersForm({ person, asked, counts, isFiltered }: FilersFormProps) {
  const states = counts && sumByState(counts.byState);
  return (
    <SearchForm
      action="/filers"
      person={person}
      label="Find filers"
      hint={`The beginning of a name, firm, address, ${campaign.key.label}, bar id or phone`}
      typed={asked.search.typed}
      class="crier-filers-form"
    >
      <div class="crier-facets">
        <Facet
          name="state"
          label="State"
          all="Every state"
          chosen={asked.state}
          choices={SHOWN_STATES.map((state) => ({
            value: state,
            label: STATE_WORDS[state],
            filers: states && (states[state] ?? 0),
          }))}
        />
        <Facet
          name="type"
          label={campaign.columns.user_type.label}
          all="Every kind"
          chosen={asked.type}
          choices={USER_TYPES.map((type) => ({
            value: type,
            label: userTypeLabel(type),
            filers: counts && (counts.userTypes[type] ?? 0),
          }))}
        />
        <Facet
          name="reach"
          label="Reached by email"
          all="All filers"
          chosen={asked.reach}
          choices={REACHES.map((reach) => ({ value: reach, label: REACH_LABELS[reach].name, filers: null }))}
        />
        <button class="usa-button usa-button--outline" type="submit">
          Show
        </button>
        {isFiltered ? <a href="/filers">Show all</a> : null}
      </div>
    </SearchForm>
  );
}

interface FacetProps {
  readonly name: string;
  readonly label: string;
  /** The choice of all of them. */
  readonly all: string;
  readonly chosen: string | undefined;
  /** `filers`: how many are like that; `null`: not known. */
  readonly choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly filers: number | null;
  }[];
}

/** Choices of which there are no filers are left out. */
function Facet({ name, label, all, chosen, choices }: FacetProps) {
  const offered = choices.filter(({ value, filers }) => filers !== 0 || value === chosen);
  const options = offered.map(({ value, label: one, filers }) => ({
    value,
    label: filers === null ? one : `${one} (${count(filers)})`,
  }));
  return (
    <div class="crier-facet">
      <Select name={name} label={label} options={[{ value: '', label: all }, ...options]} chosen={chosen} />
    </div>
  );
}
