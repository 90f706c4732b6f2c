import { MESSAGES, type MessageName } from '../../../domain/plan/kinds.ts';
import { messageLabel } from '../../../email/sections.ts';
import { linkTo } from '../../../lib/link-to.ts';
import type { Page } from '../../ui/layout.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

/** A section of a message, and whose text it has. */
export interface ListedSection {
  readonly id: string;
  readonly title: string;
  /** `here`: the court's, in this message only. `everywhere`: the court's, in every message that has the section. */
  readonly text: 'here' | 'everywhere' | 'built-in';
}

/** A message with its sections, in their order. */
export interface ListedMessage {
  readonly message: MessageName;
  readonly sections: readonly ListedSection[];
}

const TEXTS = {
  here: 'Your text, in this message',
  everywhere: 'Your text, in every message',
  'built-in': 'Built-in text',
} as const;

/** A message as its sections. */
export function wordingPage(shown: ListedMessage): Page {
  return {
    title: 'Wording of the messages',
    back: { href: '/plan/draft/wording', label: 'Wording' },
    current: '/plan',
    body: (
      <>
        <p>
          Choose a section to read its text, or to replace it with your own. Headings, the numbers of steps,
          the greeting, and what each filer is asked to do stay as they are.
        </p>
        <nav aria-label="Messages">
          <ul class="crier-chips">
            {MESSAGES.map((message) => (
              <li>
                <a
                  class="crier-chip"
                  href={linkTo('/plan/draft/messages', { message })}
                  aria-current={message === shown.message ? 'page' : undefined}
                >
                  {messageLabel(message)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Message {...shown} />
      </>
    ),
  };
}

function Message({ message, sections }: ListedMessage) {
  const label = messageLabel(message);
  return (
    <Section id={message} title={label}>
      <p>
        <a href={`/plan/draft/messages/${message}/preview`}>Preview this message</a>
      </p>
      <Table
        caption={`Sections of ${label}`}
        onPhones="stacked"
        rows={sections}
        columns={[
          {
            head: 'Section',
            isRowHead: true,
            cell: ({ id, title }) => <a href={`/plan/draft/messages/${message}/${id}`}>{title}</a>,
          },
          {
            head: 'Text',
            cell: ({ text }) => <Tag tone={text === 'built-in' ? 'plain' : 'good'}>{TEXTS[text]}</Tag>,
          },
        ]}
      />
    </Section>
  );
}
