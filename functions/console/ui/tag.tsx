import type { Child } from 'hono/jsx';

/** `good`: done, nothing to do. `busy`: under way. `wait`: a person is needed. `bad`: went wrong. `plain`: neither. */
export type Tone = 'good' | 'busy' | 'wait' | 'bad' | 'plain';

/** A status as a label. Its color never says more than its text. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: Child }) {
  return <span class={`usa-tag crier-tag crier-tag--${tone}`}>{children}</span>;
}
