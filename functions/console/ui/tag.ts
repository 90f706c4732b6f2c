import { html } from 'hono/html';
import type { Html } from './html.ts';

/** `good`: done, nothing to do. `busy`: under way. `wait`: a person is needed. `bad`: went wrong. `plain`: neither. */
export type Tone = 'good' | 'busy' | 'wait' | 'bad' | 'plain';

/** A state in words, coloured; the colour never says more than the words. */
export function toneTag(tone: Tone, words: string): Html {
  return html`<span class="usa-tag crier-tag crier-tag--${tone}">${words}</span>`;
}
