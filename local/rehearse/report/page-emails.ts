import { STATE_WORDS } from '../../../functions/domain/filer/state.ts';
import type { MessageKind } from '../../../functions/domain/plan/plan.ts';
import { Html, html } from '../../lib/html.ts';
import type { Sample } from './outbox.ts';
import type { LaunchRecord } from './read.ts';
import { counted, KIND_WORDS } from './words.ts';

/** A sample of each kind of email for each state that got it, in frames that can do nothing. */
export function emailsSection({ phases }: LaunchRecord, samples: readonly Sample[]): Html {
  const kinds = [...new Set(phases.map(({ kind }) => kind))];
  return html`<section aria-labelledby="emails">
<h2 id="emails">Emails</h2>
<p>One email of each kind for each state, as its reader sees it. In the report their links lead nowhere.</p>
${kinds.map((kind) =>
  kindOf(
    kind,
    samples.filter((sample) => sample.kind === kind),
  ),
)}
</section>`;
}

function kindOf(kind: MessageKind, samples: readonly Sample[]): Html {
  if (samples.length === 0) return html`<h3>${KIND_WORDS[kind]}</h3><p class="muted">None was sent.</p>`;
  return html`<h3>${KIND_WORDS[kind]}</h3>${samples.map((sample, index) => frame(sample, index === 0))}`;
}

function frame({ state, subject, html: email, count, phase }: Sample, open: boolean): Html {
  const title = `${subject}, to a filer: ${STATE_WORDS[state]}`;
  return html`<details${new Html(open ? ' open' : '')}><summary><strong>${subject}</strong>
<span class="muted">${STATE_WORDS[state]} · ${counted(count, 'email')}, this one from ${phase}</span></summary>
<iframe sandbox loading="lazy" title="${title}" srcdoc="${email}"></iframe></details>`;
}
