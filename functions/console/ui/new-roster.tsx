import { Alert } from './alert.tsx';

/** Says that the search index of the active roster isn't ready yet. */
export function NewRoster() {
  return (
    <Alert
      kind="info"
      title="This roster is new"
      text="For a few minutes, filers are searched one by one: pages may load more slowly and list fewer filers."
    />
  );
}
