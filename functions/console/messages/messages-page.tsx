import { may, type Person } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { counted } from '../../lib/count.ts';
import type { CurrentCounts } from '../../queries/current-counts.ts';
import { phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { emailsOf, type PhaseState } from '../../queries/phases/phase-state.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { RunTally } from '../ui/run-tally.tsx';
import { Section } from '../ui/section.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';

/** Messages outside the plan. */
export interface MessagesView {
  readonly zone: string;
  readonly person: Person;
  /** Changes that filers can be told, then one-off messages, the newest first. */
  readonly messages: readonly PhaseState[];
  /** By the ids of runs. */
  readonly counts: ReadonlyMap<string, CurrentCounts>;
}

/** Messages by what they wait for. @param view `null` before the first plan */
export function messagesPage(view: MessagesView | null): Page {
  return {
    title: 'Messages',
    current: '/messages',
    body: view ? (
      <Messages {...view} />
    ) : (
      <EmptyState title="No messages yet" action={{ href: '/plan', label: 'Go to the launch plan' }}>
        Messages need the court’s details from the launch plan. Upload it first.
      </EmptyState>
    ),
  };
}

function Messages(view: MessagesView) {
  const { messages, person } = view;
  const drafts = messages.filter(isDraft);
  const sent = messages.filter(({ currentRun: { run } }) => run !== null);
  const waiting = messages.filter((message) => !drafts.includes(message) && !sent.includes(message));
  return (
    <>
      <p>
        Email a chosen group of filers outside the plan’s phases, or tell filers what has changed. Nothing is
        sent until someone releases it.
      </p>
      {may(person, 'edit') ? (
        <p>
          <a class="usa-button" href="/messages/new">
            Write a message
          </a>
        </p>
      ) : null}
      {messages.length === 0 ? <p>There are no messages yet.</p> : null}
      <Group id="waiting" title="Waiting" messages={waiting} view={view} />
      <Group id="drafts" title="Drafts" messages={drafts} view={view} />
      <Group id="sent" title="Sent" messages={sent} view={view} />
    </>
  );
}

/** Whether no one was asked to release it yet. */
function isDraft({ oneOff }: PhaseState): boolean {
  return oneOff !== undefined && oneOff.frozenAt === undefined && oneOff.submittedAt === undefined;
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly messages: readonly PhaseState[];
  readonly view: Pick<MessagesView, 'zone' | 'counts'>;
}

function Group({ id, title, messages, view: { zone, counts } }: GroupProps) {
  if (messages.length === 0) return null;
  const caption = `${title}, newest first`;
  return (
    <Section id={id} title={title}>
      <Table
        caption={caption}
        onPhones="stacked"
        scroll={{ label: caption }}
        rows={messages}
        columns={[
          {
            head: 'Message',
            isRowHead: true,
            cell: (message) => <a href={pathOf(message)}>{message.oneOff?.subject ?? phaseName(message)}</a>,
          },
          { head: 'Since', cell: ({ at }) => <CourtTime at={at} zone={zone} /> },
          { head: 'Status', cell: (message) => <Status message={message} /> },
          { head: 'Filers', cell: (message) => <Filers message={message} counts={counts} /> },
        ]}
      />
    </Section>
  );
}

function pathOf({ id, oneOff }: PhaseState): string {
  return oneOff ? `/messages/${id}` : `/phases/${id}`;
}

function Status({ message }: { readonly message: PhaseState }) {
  if (isDraft(message)) return <Tag tone="plain">Draft</Tag>;
  const { name, tone } = phaseStatusLabel(message);
  return <Tag tone={tone}>{name}</Tag>;
}

function Filers({
  message,
  counts,
}: {
  readonly message: PhaseState;
  readonly counts: MessagesView['counts'];
}) {
  const known = counts.get(message.currentRun.run?.runId ?? '');
  if (known) return <RunTally counts={known} />;
  const emails = emailsOf(message);
  return <>{emails === null ? '—' : counted(emails, 'filer')}</>;
}
