import type { Child } from 'hono/jsx';

interface SearchFormProps {
  /** Path of the page that shows what is found. */
  readonly action: string;
  readonly label: string;
  /** What may be typed. @default none */
  readonly hint?: string;
  /** What was typed before. */
  readonly typed: string;
  /** Further classes. @default none */
  readonly class?: string;
  /** Further fields below the line. @default none */
  readonly children?: Child;
}

/** A line to search by. What is typed goes into the address as `q`. */
export function SearchForm({ action, label, hint, typed, class: look, children }: SearchFormProps) {
  return (
    <form class={look ? `crier-search ${look}` : 'crier-search'} role="search" method="get" action={action}>
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
          value={typed}
        />
        <button class="usa-button" type="submit">
          Search
        </button>
      </div>
      {children}
    </form>
  );
}
