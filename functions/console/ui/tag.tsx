import type { Child } from 'hono/jsx';
import type { Tone } from '../../queries/tone.ts';

/** A status as a label. Its color never says more than its text. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: Child }) {
  return <span class={`usa-tag crier-tag crier-tag--${tone}`}>{children}</span>;
}
