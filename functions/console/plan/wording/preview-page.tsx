import { campaign } from '#campaign';
import { fullName } from '../../../domain/filer/full-name.ts';
import { STATE_WORDS } from '../../../domain/filer/state.ts';
import type { Person } from '../../../domain/person.ts';
import type { MessageName } from '../../../domain/plan/kinds.ts';
import { messageLabel } from '../../../email/sections.ts';
import { linkTo } from '../../../lib/link-to.ts';
import { earlierWords } from '../../phases/earlier-words.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import { Alert, AlertText } from '../../ui/alert.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftPreview } from './draft-preview.ts';

interface OwnTextPreviewView {
  readonly message: MessageName;
  /** `null`: the draft has problems, or no filer gets the message. */
  readonly preview: DraftPreview | null;
  readonly person: Person;
  /** The section from which it was opened; `null`: the list. */
  readonly back: string | null;
}

/** A message as the draft has it: on a computer, on a phone, and as text. */
export function ownTextPreviewPage(view: OwnTextPreviewView): Page {
  const { message, back } = view;
  const list = '/plan/draft/messages';
  return {
    title: `Preview: ${messageLabel(message)}`,
    back: back
      ? { href: `${list}/${message}/${back}`, label: 'The section’s text' }
      : { href: linkTo(list, { message }), label: 'Wording of the messages' },
    current: '/plan',
    body: <Preview {...view} />,
  };
}

function Preview({ message, preview, person, back }: OwnTextPreviewView) {
  if (!preview) return <NoPreview />;
  return (
    <div class="crier-preview">
      <div class="crier-preview__choice">
        <p>As the draft has it. Nothing is sent.</p>
        {preview.input ? <Choice message={message} preview={preview} person={person} back={back} /> : null}
      </div>
      <div class="crier-preview__email">
        <Shown message={message} preview={preview} back={back} />
      </div>
    </div>
  );
}

/** Shown instead of a preview where there can be none. */
export function NoPreview() {
  return (
    <Alert kind="info" title="There is no preview yet" live="off">
      <AlertText>
        A preview needs a draft without problems, and a filer who gets this message. Go back to the draft to
        see what is missing.
      </AlertText>
    </Alert>
  );
}

interface ChoiceProps extends OwnTextPreviewView {
  readonly preview: DraftPreview;
}

function Choice({ message, preview, person, back }: ChoiceProps) {
  const path = `/plan/draft/messages/${message}/preview`;
  return (
    <>
      <form class="usa-form crier-form" method="get" action={path}>
        {back ? <Hidden name="section" value={back} /> : null}
        <Select
          name="state"
          label="A group of filers"
          options={preview.states.map((state) => ({ value: state, label: STATE_WORDS[state] }))}
          chosen={preview.asked.state}
        />
        <button class="usa-button usa-button--outline" type="submit">
          Show for group
        </button>
      </form>
      <ActionForm action={path} person={person} permission="edit" label="Preview for one filer">
        {back ? <Hidden name="section" value={back} /> : null}
        <Field
          name="account"
          label="One filer"
          hint={`Enter the ${campaign.key.label}, as the roster has it.`}
        />
        <SubmitButton kind="outline">Show for filer</SubmitButton>
      </ActionForm>
    </>
  );
}

/** A message in frames that can't run anything, at two widths, and as text. */
export function Shown({ message, preview, back }: Pick<ChoiceProps, 'message' | 'preview' | 'back'>) {
  const source = linkTo(`/plan/draft/messages/${message}/html`, { ...preview.asked, section: back });
  const { input, subject, text } = preview;
  return (
    <>
      <Facts>
        {input ? (
          <Fact name="For">
            {preview.asked.filer ? fullName(input.filer) : 'A sample filer'}, in the state “
            {STATE_WORDS[input.state.state]}”
          </Fact>
        ) : null}
        {input ? (
          <Fact name="Earlier emails">{earlierWords(input.kind, input.earlier?.kind ?? null)}</Fact>
        ) : null}
        <Fact name={input ? 'Subject' : 'What'}>
          <strong>{subject}</strong>
        </Fact>
      </Facts>
      <h2 id="html">On a computer</h2>
      <iframe class="crier-frame" src={source} title="On a computer" sandbox="" />
      <h2 id="phone">On a phone</h2>
      <iframe class="crier-frame crier-frame--phone" src={source} title="On a phone" sandbox="" />
      {text === null ? null : (
        <>
          <h2 id="as-text">As text</h2>
          <pre class="crier-text" tabindex={0} role="region" aria-label="The message as text">
            {text}
          </pre>
        </>
      )}
    </>
  );
}
