import { STATE_WORDS, type State } from '../../../domain/filer/state.ts';
import { kindOf, type MessageKind } from '../../../domain/plan/kinds.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import type { Page } from '../../ui/layout.tsx';
import { linkTo } from '../../ui/link-to.ts';
import { Select } from '../../ui/select.tsx';

/** An email of a draft, for a sample filer. */
interface SampleEmailView {
  readonly kind: MessageKind;
  /** The states that the kind emails. */
  readonly states: readonly State[];
  readonly state: State;
  /** Why the sample filer is in that state, as part of a sentence. */
  readonly reason: string;
  readonly subject: string;
  readonly text: string;
}

/** Shows an email as HTML in a frame that can't run anything, and as text. */
export function sampleEmailPage(view: SampleEmailView): Page {
  return {
    title: `Sample email: ${kindOf(view.kind).label}`,
    back: { href: '/plan/draft/check', label: 'What this plan changes' },
    current: '/plan',
    body: <SampleEmail {...view} />,
  };
}

function SampleEmail({ kind, states, state, reason, subject, text }: SampleEmailView) {
  const path = `/plan/draft/emails/${kind}`;
  const source = linkTo(`${path}/html`, { state });
  return (
    <div class="crier-preview">
      <div class="crier-preview__choice">
        <p>As the draft has it, for a sample filer. Nothing is sent.</p>
        <form class="usa-form crier-form" method="get" action={path}>
          <Select
            name="state"
            label="A filer in the state"
            options={states.map((one) => ({ value: one, label: STATE_WORDS[one] }))}
            chosen={state}
          />
          <button class="usa-button usa-button--outline" type="submit">
            Show email
          </button>
        </form>
      </div>
      <div class="crier-preview__email">
        <Facts>
          <Fact name="For">
            A filer in the state “{STATE_WORDS[state]},” because {reason}
          </Fact>
          <Fact name="Subject">
            <strong>{subject}</strong>
          </Fact>
        </Facts>
        <h2 id="html">As most people see it</h2>
        <iframe class="crier-frame" src={source} title="The email as HTML" sandbox="" />
        <h2 id="text">As text</h2>
        <pre class="crier-text" tabindex={0} role="region" aria-label="The email as text">
          {text}
        </pre>
      </div>
    </div>
  );
}
