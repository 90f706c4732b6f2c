import { fullName } from '../../domain/filer/full-name.ts';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { MessageKind } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { DoubtfulWording as Doubtful } from '../../domain/plan/wording-dates.ts';
import { MAX_TEST_ADDRESSES } from '../../domain/send/test-addresses.ts';
import { skipWords } from '../../domain/send/words.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { DoubtfulWording } from '../plan/doubtful-wording.tsx';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { earlierWords } from './earlier-words.ts';
import type { Recipient } from './preview-email.ts';

/** What the preview of a phase's emails shows. */
export interface PreviewView {
  readonly phase: PhaseState;
  readonly person: Person;
  /** The states that it mails, those of the roster first. */
  readonly states: readonly { readonly state: State; readonly occurs: boolean }[];
  /** What the page was asked for, to ask for the same again. */
  readonly asked: { readonly filer?: string; readonly state?: string };
  /** `null`: the roster has no filer with this id. */
  readonly recipient: Recipient | null;
  readonly email: PreviewedEmail | null;
  /** The kind of the email before, which this one takes as read; `null`: it is written as the first. */
  readonly after: MessageKind | null;
  /** Where colleagues' addresses must be. */
  readonly domains: readonly string[];
  /** Times in the court's wording that aren't the plan's. */
  readonly doubtful: readonly Doubtful[];
}

/** An email to look at. */
interface PreviewedEmail {
  readonly subject: string;
  readonly text: string;
}

/** The very email that a filer gets: as HTML in a frame that can do nothing, and as text. */
export function previewPage(view: PreviewView): Page {
  const { phase } = view;
  const name = phaseName(phase);
  return {
    title: `Emails of ${name}`,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: <Preview {...view} />,
  };
}

function Preview(view: PreviewView) {
  const { recipient, email, phase, asked, after } = view;
  return (
    <div class="crier-preview">
      <div class="crier-preview__choice">
        <DoubtfulWording wording={view.doubtful} />
        <StatePicker {...view} />
        {recipient && email ? <TestSection {...view} /> : null}
      </div>
      <div class="crier-preview__email">
        {recipient && email ? (
          <Email
            recipient={recipient}
            email={email}
            earlier={earlierWords(phase.kind, after)}
            source={linkTo(`/phases/${phase.id}/preview/html`, asked)}
          />
        ) : (
          <p>No filer in the active roster has this ID.</p>
        )}
      </div>
    </div>
  );
}

function StatePicker({ phase, states, asked }: PreviewView) {
  return (
    <>
      <form class="usa-form crier-form" method="get" action={`/phases/${phase.id}/preview`}>
        <label class="usa-label" for="state">
          A filer in the state
        </label>
        <select class="usa-select" id="state" name="state">
          {states.map(({ state, occurs }) => (
            <option value={state} selected={state === asked.state}>
              {STATE_WORDS[state]}
              {occurs ? '' : ' (sample)'}
            </option>
          ))}
        </select>
        <button class="usa-button usa-button--outline" type="submit">
          Show
        </button>
      </form>
      <p class="crier-quiet">To preview one filer’s email, find them under Filers and choose “Preview.”</p>
    </>
  );
}

interface EmailProps {
  readonly recipient: Recipient;
  readonly email: PreviewedEmail;
  /** Which earlier emails it takes as read. */
  readonly earlier: string;
  /** Path of the email as a document. */
  readonly source: string;
}

function Email({ recipient, email, earlier, source }: EmailProps) {
  const { filer, state, isSample, decision } = recipient;
  return (
    <>
      {decision.send ? null : (
        <Alert
          kind="warning"
          slim
          live="off"
          text={`This filer gets no email in this phase: ${skipWords(decision.reason)}. This is what it would say.`}
        />
      )}
      <Facts>
        <Fact name="For">
          {fullName(filer)}
          {filer.firm ? `, ${filer.firm}` : ''}
          {isSample ? ' (sample)' : ''}
        </Fact>
        <Fact name="State">
          {STATE_WORDS[state.state]}, because {state.reason}
        </Fact>
        <Fact name="Earlier emails">{earlier}</Fact>
        <Fact name="Subject">
          <strong>{email.subject}</strong>
        </Fact>
      </Facts>
      <h2 id="html">As most people see it</h2>
      <iframe class="crier-frame" src={source} title="The email as HTML" sandbox="" />
      <p>
        <a href={source}>Open separately</a>
      </p>
      <h2 id="text">As text</h2>
      <pre class="crier-text" tabindex={0} role="region" aria-label="The email as text">
        {email.text}
      </pre>
    </>
  );
}

function TestSection({ phase, person, asked, recipient, domains }: PreviewView) {
  return (
    <Section id="test" title="Send a test" class="crier-action-panel">
      <p>
        The email is marked as a test and isn’t counted in any phase.
        {recipient?.isSample
          ? ''
          : ' If you add colleagues, everyone gets the email for a sample filer, not this one.'}
      </p>
      <ActionForm action={`/phases/${phase.id}/test`} person={person} permission="test" label="Send a test">
        {asked.filer ? <Hidden name="filer" value={asked.filer} /> : null}
        {asked.state ? <Hidden name="state" value={asked.state} /> : null}
        <Field
          name="to"
          label="Send it to"
          hint={testHint(person.email !== null, domains)}
          value={person.email ?? ''}
          rows={3}
        />
        <SubmitButton kind="outline">Send a test</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function testHint(hasOwn: boolean, domains: readonly string[]): string {
  const whose = `${hasOwn ? 'Your own address, and colleagues’' : 'Colleagues’'} addresses at ${domains.join(', ')}`;
  return `${whose}. One per line, at most ${MAX_TEST_ADDRESSES}.`;
}
