import type { Person } from '../../../domain/person.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import { Alert, AlertText } from '../../ui/alert.tsx';
import { CourtTime } from '../../ui/court-time.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Section } from '../../ui/section.tsx';
import { Tag } from '../../ui/tag.tsx';
import { SECTION_NAMES, SECTIONS, type SectionName } from './sections.ts';

/** Someone's changes to a draft, saved together. */
export interface DraftStep {
  readonly who: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** Titles of the pages that they changed. */
  readonly where: readonly string[];
}

/** The draft, page by page. */
export interface DraftView {
  readonly person: Person;
  readonly revision: string;
  readonly zone: string;
  /** No plan is active yet. */
  readonly isFirst: boolean;
  /** Another plan has become active since the draft was started. */
  readonly isOutdated: boolean;
  /** How many problems each page has. */
  readonly problems: ReadonlyMap<SectionName, number>;
  /** Pages that someone has filled in: only these open with what is missing in them. */
  readonly begun: ReadonlySet<SectionName>;
  /** Problems that no page asks about. */
  readonly others: readonly string[];
  /** The latest first. */
  readonly steps: readonly DraftStep[];
}

/** The draft: what is filled in, what is missing, and who changed it. */
export function draftPage(view: DraftView): Page {
  return {
    title: view.isFirst ? 'New launch plan' : 'Draft of the launch plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: <Draft {...view} />,
  };
}

function Draft(view: DraftView) {
  const { person, revision, isFirst, isOutdated, others } = view;
  return (
    <>
      <p>
        {isFirst
          ? 'Fill in these parts, in any order. The draft is saved on the server: you can sign out and continue later.'
          : 'Change what you need. The current plan stays active until you check this draft and activate it.'}
      </p>
      {isOutdated ? <Outdated person={person} /> : null}
      {others.length > 0 ? (
        <Alert kind="error" title="These problems can’t be fixed in a form" live="off">
          <ul>
            {others.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
          <AlertText>Download the draft under “Advanced”, fix the file, and upload it.</AlertText>
        </Alert>
      ) : null}
      <Parts {...view} />
      <p>
        <a class="usa-button" href="/plan/draft/check">
          Check and activate
        </a>
      </p>
      <Steps {...view} />
      <Section id="advanced" title="Advanced">
        <ul>
          <li>
            <a href="/plan/draft/file">Download the draft (JSON)</a>
          </li>
          <li>
            <a href="/plan/upload">Upload a plan (JSON)</a>
          </li>
          <li>
            <a href="/plan/schema">Download the JSON Schema of a plan</a>
          </li>
        </ul>
      </Section>
      <Section id="discard" title="Discard this draft" class="crier-action-panel">
        <p>
          Everything in it is lost, including what others have entered.
          {isFirst ? '' : ' The current plan stays as it is.'}
        </p>
        <ActionForm action="/plan/draft/discard" person={person} permission="edit" label="Discard this draft">
          <Hidden name="revision" value={revision} />
          <SubmitButton kind="danger">Discard draft</SubmitButton>
        </ActionForm>
      </Section>
    </>
  );
}

function Outdated({ person }: Pick<DraftView, 'person'>) {
  return (
    <Alert kind="warning" title="Another plan has become active since this draft was started" live="off">
      <AlertText>
        This draft doesn’t have what that plan changed, and would undo it. Bring those changes into the draft.
        What the draft itself has changed stays.
      </AlertText>
      <ActionForm action="/plan/draft/update" person={person} permission="edit" label="Update the draft">
        <SubmitButton kind="outline">Update draft</SubmitButton>
      </ActionForm>
    </Alert>
  );
}

function Parts({ problems, begun }: Pick<DraftView, 'problems' | 'begun'>) {
  return (
    <ol class="crier-plan-parts">
      {SECTION_NAMES.map((name) => {
        const found = problems.get(name) ?? 0;
        const query = found > 0 && begun.has(name) && name !== 'phases' ? '?problems=yes' : '';
        return (
          <li>
            <div>
              <span>
                <a href={`/plan/draft/${name}${query}`}>{SECTIONS[name].title}</a>
                <span class="crier-quiet">{SECTIONS[name].text}</span>
              </span>
              {found > 0 ? <Tag tone="wait">{found} to complete</Tag> : <Tag tone="good">Complete</Tag>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Steps({ steps, zone }: Pick<DraftView, 'steps' | 'zone'>) {
  if (steps.length === 0) return null;
  return (
    <Section id="steps" title="Latest changes">
      <ul>
        {steps.map(({ who, at, where }) => (
          <li>
            {who} changed {new Intl.ListFormat('en-US').format(where)} on <CourtTime at={at} zone={zone} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
