import type { Placeholder } from '../../../../campaigns/campaign.ts';
import type { Person } from '../../../domain/person.ts';
import type { MessageName } from '../../../domain/plan/kinds.ts';
import type { SectionPlace } from '../../../domain/plan/section-texts.ts';
import { messageLabel } from '../../../email/sections.ts';
import { linkTo } from '../../../lib/link-to.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import { CourtTime } from '../../ui/court-time.tsx';
import { Field } from '../../ui/field.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { MeantDates } from '../meant-dates.tsx';
import type { DraftPreview } from './draft-preview.ts';
import type { TextChange } from './history.ts';
import { NoPreview, Shown } from './preview-page.tsx';
import { WritingHelp } from './writing-help.tsx';

/** The text of a section in a draft. */
export interface SectionTextView {
  readonly message: MessageName;
  readonly section: string;
  readonly title: string;
  readonly person: Person;
  readonly revision: string;
  /** The messages that have the section; none: it is this message's own. */
  readonly inMessages: readonly MessageName[];
  /** Where the court's text that the message shows is saved; `null`: it shows the built-in text. */
  readonly inEffect: SectionPlace | null;
  /** What the field begins with. */
  readonly text: string;
  /** The built-in text; `null`: it can't be shown yet. */
  readonly standard: string | null;
  readonly placeholders: ReadonlyMap<string, Placeholder>;
  /** Dates in the text that a person must confirm. */
  readonly toConfirm: readonly string[];
  readonly history: readonly TextChange[];
  readonly zone: string;
  readonly preview: DraftPreview | null;
}

/** The form for a section's text, what can be written, and the message with it. */
export function sectionTextPage(view: SectionTextView): Page {
  return {
    title: `${messageLabel(view.message)}: ${view.title}`,
    back: {
      href: linkTo('/plan/draft/messages', { message: view.message }),
      label: 'Wording of the messages',
    },
    current: '/plan',
    body: <SectionTextBody {...view} />,
  };
}

function SectionTextBody(view: SectionTextView) {
  const { message, section, person, revision, inEffect, standard, history, zone, preview } = view;
  const path = `/plan/draft/messages/${message}/${section}`;
  return (
    <>
      <p>{stateOfText(view)}</p>
      <div class="crier-wide">
        <ActionForm action={path} person={person} permission="edit" label="Text of the section">
          <Hidden name="revision" value={revision} />
          <Field
            name="text"
            label="Text"
            hint="What you can write is listed below. Line breaks are kept."
            value={view.text}
            rows={14}
          />
          <Where {...view} />
          {view.toConfirm.length > 0 ? <MeantDates dates={view.toConfirm} /> : null}
          <SubmitButton>Save text in draft</SubmitButton>
        </ActionForm>
      </div>
      <WritingHelp placeholders={view.placeholders} />
      {inEffect && standard !== null ? (
        <Section id="built-in" title="Built-in text" class="crier-action-panel">
          <pre
            class="crier-text crier-text--short"
            tabindex={0}
            role="region"
            aria-label="The built-in text of this section"
          >
            {standard}
          </pre>
          <ActionForm action={`${path}/remove`} person={person} permission="edit" label="Use built-in text">
            <Hidden name="revision" value={revision} />
            <SubmitButton kind="outline">Use built-in text</SubmitButton>
          </ActionForm>
        </Section>
      ) : null}
      <Section id="preview" title="Preview">
        {preview ? <SectionPreview message={message} section={section} preview={preview} /> : <NoPreview />}
      </Section>
      <History history={history} zone={zone} />
    </>
  );
}

function stateOfText({ inEffect, message }: SectionTextView): string {
  if (!inEffect)
    return 'This is the built-in text, as a sample filer reads it. It can differ for others; your own text is the same for everyone who gets this section.';
  return inEffect.message === null
    ? 'This is your text, in every message that has this section.'
    : `This is your text, in this message only (${messageLabel(message)}).`;
}

function Where({ message, inMessages, inEffect }: SectionTextView) {
  if (inMessages.length < 2) return <Hidden name="where" value="message" />;
  const others = new Intl.ListFormat('en-US').format(inMessages.map(messageLabel));
  return (
    <Select
      name="where"
      label="Where to use your text"
      hint={`This section is in ${others}.`}
      options={[
        { value: 'all', label: `Every message with this section (${inMessages.length})` },
        { value: 'message', label: `Only this message: ${messageLabel(message)}` },
      ]}
      chosen={inEffect?.message === message ? 'message' : 'all'}
    />
  );
}

function SectionPreview({
  message,
  section,
  preview,
}: {
  readonly message: MessageName;
  readonly section: string;
  readonly preview: DraftPreview;
}) {
  return (
    <>
      <p>
        The saved draft, for a filer who sees this section.{' '}
        <a href={`/plan/draft/messages/${message}/preview?section=${section}`}>
          Preview for another group or filer
        </a>
      </p>
      <Shown message={message} preview={preview} back={section} />
    </>
  );
}

function History({ history, zone }: Pick<SectionTextView, 'history' | 'zone'>) {
  if (history.length === 0) return null;
  return (
    <Section id="history" title="Earlier texts">
      <Table
        caption="Plans that changed this text, newest first"
        onPhones="stacked"
        scroll={{ label: 'Table of earlier texts' }}
        rows={history}
        columns={[
          {
            head: 'Uploaded',
            isRowHead: true,
            cell: ({ version, uploadedAt }) => (
              <a href={`/plan/versions/${version}`}>
                <CourtTime at={uploadedAt} zone={zone} />
              </a>
            ),
          },
          { head: 'By', cell: ({ by }) => by },
          {
            head: 'Text',
            cell: ({ text }) => (text === null ? 'Built-in text' : <span class="crier-lines">{text}</span>),
          },
        ]}
      />
    </Section>
  );
}
