import type { Child } from 'hono/jsx';
import type { Person } from '../../domain/person.ts';
import { Hidden } from './action-form.tsx';
import { FormScope, useKeptField } from './form-context.tsx';

interface SearchLineProps {
  readonly label: string;
  /** What may be typed. @default none */
  readonly hint?: string;
  /** What was typed before. */
  readonly typed: string;
}

interface SearchFormProps extends SearchLineProps {
  /** Path that the form is posted to, which redirects to the results. */
  readonly action: string;
  readonly person: Pick<Person, 'csrf'>;
  /** Further classes. @default none */
  readonly class?: string;
  /** Further fields below the line. @default none */
  readonly children?: Child;
}

/** A search form. It is posted, so that what is typed never becomes part of a URL. */
export function SearchForm({ action, person, class: look, children, ...line }: SearchFormProps) {
  return (
    <form class={look ? `crier-search ${look}` : 'crier-search'} role="search" method="post" action={action}>
      <Hidden name="csrf" value={person.csrf} />
      <FormScope action={action}>
        <SearchLine {...line} />
        {children}
      </FormScope>
    </form>
  );
}

/** The search field and its button. */
export function SearchLine({ label, hint, typed }: SearchLineProps) {
  const kept = useKeptField('q');
  return (
    <>
      <label class="usa-label" for="q">
        {label}
      </label>
      {hint ? (
        <span class="usa-hint" id="q-hint">
          {hint}
        </span>
      ) : null}
      <div class="crier-search__line">
        <input
          class="usa-input"
          id="q"
          name="q"
          type="search"
          autocomplete="off"
          aria-describedby={hint ? 'q-hint' : undefined}
          value={kept.value ?? typed}
        />
        <button class="usa-button" type="submit">
          Search
        </button>
      </div>
    </>
  );
}
