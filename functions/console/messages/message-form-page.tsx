import type { Filer } from '../../domain/filer/filer.ts';
import type { Person } from '../../domain/person.ts';
import { EVERY_FILER } from '../../domain/run/group.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import { MAX_ONE_OFF, MAX_SUBJECT, oneOffPlaceholders } from '../../email/check-one-off.ts';
import { WritingHelp } from '../plan/wording/writing-help.tsx';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { GroupFields, type PhaseChoice } from './group-fields.tsx';

/** A message to write. */
export interface MessageFormView {
  readonly person: Person;
  /** `null`: a new one. */
  readonly oneOff: OneOff | null;
  readonly listed: readonly Pick<Filer, 'userId'>[];
  readonly phases: readonly PhaseChoice[];
}

/** The form in which a message is written and its filers are chosen. */
export function messageFormPage(view: MessageFormView): Page {
  const { oneOff } = view;
  return {
    title: oneOff ? 'Edit message' : 'New message',
    back: oneOff
      ? { href: `/messages/${oneOff.id}`, label: oneOff.subject }
      : { href: '/messages', label: 'Messages' },
    current: '/messages',
    body: <MessageForm {...view} />,
  };
}

function MessageForm({ person, oneOff, listed, phases }: MessageFormView) {
  const action = oneOff ? `/messages/${oneOff.id}` : '/messages';
  return (
    <>
      <p>
        Saving sends nothing. Each email also has a greeting, your help desk’s details, and how to know that
        it is real.
      </p>
      <div class="crier-wide">
        <ActionForm action={action} person={person} permission="edit" label="Message">
          {oneOff ? <Hidden name="revision" value={String(oneOff.revision)} /> : null}
          <Field
            name="subject"
            label="Subject"
            hint={`One line, up to ${MAX_SUBJECT} characters, without placeholders.`}
            value={oneOff?.subject ?? ''}
          />
          <Field
            name="text"
            label="Text"
            hint={`What you can write is listed below. Up to ${MAX_ONE_OFF} characters.`}
            value={oneOff?.text ?? ''}
            rows={12}
          />
          <GroupFields group={oneOff?.group ?? EVERY_FILER} listed={listed} phases={phases} />
          <SubmitButton>Save draft</SubmitButton>
        </ActionForm>
      </div>
      <WritingHelp placeholders={oneOffPlaceholders()} />
    </>
  );
}
