import { Alert } from './alert.tsx';

/** Says that the search index of the active roster isn't ready yet. */
export function NewRoster() {
  return (
    <Alert
      kind="info"
      title="This roster is new"
      text="For some minutes filers are looked for one by one: a page may be slower, and hold fewer."
    />
  );
}
