import type { Child } from 'hono/jsx';
import { campaign } from '#campaign';
import { SearchForm } from '../ui/search-form.tsx';

interface LogSearchFormProps {
  /** What was typed before. @default nothing */
  readonly typed?: string;
  /** Further fields. @default none */
  readonly children?: Child;
}

/** Looks for filers in the log by the beginnings of words. */
export function LogSearchForm({ typed = '', children }: LogSearchFormProps) {
  return (
    <SearchForm
      action="/log/search"
      label="Find a filer’s emails"
      hint={`The beginning of a name, firm, address, ${campaign.key.label} or phone`}
      typed={typed}
    >
      {children}
    </SearchForm>
  );
}
