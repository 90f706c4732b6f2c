import type { Child } from 'hono/jsx';
import { campaign } from '#campaign';
import type { Person } from '../../domain/person.ts';
import { SearchForm } from '../ui/search-form.tsx';

interface LogSearchFormProps {
  readonly person: Pick<Person, 'csrf'>;
  /** What was typed before. @default nothing */
  readonly typed?: string;
  /** Further fields. @default none */
  readonly children?: Child;
}

/** Looks for filers in the log by the beginnings of words. */
export function LogSearchForm({ person, typed = '', children }: LogSearchFormProps) {
  return (
    <SearchForm
      action="/log/search"
      person={person}
      label="Find a filer’s emails"
      hint={`The beginning of a name, firm, address, ${campaign.key.label} or phone`}
      typed={typed}
    >
      {children}
    </SearchForm>
  );
}
