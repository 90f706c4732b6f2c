import type { Person } from '../../../domain/person.ts';
import { calendarOf } from '../../../domain/plan/calendar.ts';
import { kindOf, PHASE_KINDS } from '../../../domain/plan/kinds.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Calendar } from './calendar.tsx';
import type { DraftPhase } from './draft-phases.ts';
import { OtherProblems, Place } from './section-page.tsx';
import { SECTIONS } from './sections.ts';

/** The phases of a draft. */
export interface PhasesView {
  readonly person: Person;
  readonly revision: string;
  readonly plan: object;
  readonly phases: readonly DraftPhase[];
  /** What is wrong with each phase, by its id. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
  /** Problems of the list itself. */
  readonly others: readonly string[];
}

/** The phases with their dates, the calendar, and the form that adds one. */
export function phasesPage(view: PhasesView): Page {
  return {
    title: SECTIONS.phases.title,
    back: { href: '/plan/draft', label: 'Draft of the plan' },
    current: '/plan',
    body: <Phases {...view} />,
  };
}

function Phases({ person, revision, plan, phases, problems, others }: PhasesView) {
  return (
    <>
      <Place section="phases" />
      <p>Each phase is one mailing. It counts from a date of the plan, and moves with it.</p>
      <OtherProblems problems={others} />
      <Table
        caption="Phases by date"
        onPhones="stacked"
        scroll={{ label: 'Phases' }}
        rows={phases}
        columns={[
          {
            head: 'Phase',
            isRowHead: true,
            cell: ({ id, name }) => <a href={`/plan/draft/phases/${id}`}>{name}</a>,
          },
          { head: 'Starts', cell: (phase) => <Starts {...phase} /> },
          {
            head: 'Approval',
            cell: ({ start }) => STARTS[start],
          },
          {
            head: 'Check',
            cell: ({ id, dayNote }) => <Check problems={problems.get(id) ?? []} dayNote={dayNote} />,
          },
        ]}
      />
      <p>
        <a class="usa-button" href="/plan/draft/wording">
          Continue to wording
        </a>
      </p>
      <Section id="add" title="Add a phase" class="crier-action-panel">
        <ActionForm action="/plan/draft/phases" person={person} permission="edit" label="Add a phase">
          <Hidden name="revision" value={revision} />
          <Select
            name="kind"
            label="Message"
            options={PHASE_KINDS.map((kind) => ({ value: kind, label: kindOf(kind).label }))}
          />
          <SubmitButton kind="outline">Add phase</SubmitButton>
        </ActionForm>
      </Section>
      <h2 id="calendar">Calendar</h2>
      <Calendar months={calendarOf(plan)} names={new Map(phases.map(({ id, name }) => [id, name]))} />
    </>
  );
}

const STARTS: Readonly<Record<DraftPhase['start'], string>> = {
  automatic: 'Starts automatically',
  person: 'Someone must start it',
  approver: 'An approver must approve it',
};

function Starts({ starts, rule }: DraftPhase) {
  return (
    <>
      {starts ?? 'No date yet'}
      {rule ? <span class="crier-quiet">{rule}</span> : null}
    </>
  );
}

interface CheckProps extends Pick<DraftPhase, 'dayNote'> {
  readonly problems: readonly string[];
}

function Check({ problems, dayNote }: CheckProps) {
  if (problems.length === 0 && dayNote) return <Tag tone="wait">{dayNote}</Tag>;
  if (problems.length === 0) return <Tag tone="good">OK</Tag>;
  return (
    <>
      <Tag tone="bad">Needs attention</Tag>
      {problems.map((problem) => (
        <span class="crier-quiet">{problem}</span>
      ))}
    </>
  );
}
