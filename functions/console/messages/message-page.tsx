import { may } from '../../domain/person.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import { type PhaseStatusLabel, phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { whoMay } from '../people/who-may.ts';
import { AudienceBody } from '../phases/audience-body.tsx';
import { RunProgress } from '../phases/phase-run.tsx';
import type { PhaseView } from '../phases/phase-view.ts';
import { ReleaseFact } from '../phases/release-fact.tsx';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

/** A one-off message, its filers, and what comes next. */
export interface MessageView extends PhaseView {
  readonly oneOff: OneOff;
  /** The email as text; `null`: it can't be made. */
  readonly text: string | null;
}

/** The page of one message. */
export function messagePage(view: MessageView): Page {
  return {
    title: view.oneOff.subject,
    back: { href: '/messages', label: 'Messages' },
    current: '/messages',
    body: <Message {...view} />,
  };
}

function Message(view: MessageView) {
  const { oneOff, phase, text, run } = view;
  const isDraft = oneOff.frozenAt === undefined;
  const { name, tone, meaning } = isDraft ? draftLabel(oneOff) : phaseStatusLabel(phase);
  return (
    <>
      <div class={`crier-status crier-status--${tone}`}>
        <p class="crier-status__tag">
          <Tag tone={tone}>{name}</Tag>
        </p>
        <p>{meaning}</p>
      </div>
      {view.releasedBy ? (
        <Facts>
          <ReleaseFact {...view} />
        </Facts>
      ) : null}
      {run ? <RunProgress view={view} run={run} /> : null}
      {isDraft ? null : (
        <p>
          <a href={`/phases/${oneOff.id}`}>Pause, resume or cancel, or view emails by status</a>
        </p>
      )}
      {isDraft && may(view.person, 'edit') ? (
        <div class="crier-actions">
          <a class="usa-button usa-button--outline" href={`/messages/${oneOff.id}/edit`}>
            Edit message
          </a>
        </div>
      ) : null}
      <div class="crier-columns">
        <div>
          <h2 id="audience">Who gets it</h2>
          <AudienceBody {...view} />
        </div>
        <div>
          <h2 id="says">The email</h2>
          {text === null ? (
            <p>This email can’t be shown because a placeholder in it has no value in the launch plan.</p>
          ) : (
            <pre
              class="crier-text crier-text--short"
              tabindex={0}
              role="region"
              aria-label="The email as text"
            >
              {text}
            </pre>
          )}
          <p>
            <a href={`/phases/${oneOff.id}/preview`}>Preview the email for any filer, or send a test</a>
          </p>
        </div>
      </div>
      {isDraft ? <Next {...view} /> : null}
    </>
  );
}

function draftLabel({ submittedAt }: OneOff): PhaseStatusLabel {
  return submittedAt === undefined
    ? { name: 'Draft', tone: 'plain', meaning: 'Nothing has been sent.' }
    : {
        name: 'Waiting for approval',
        tone: 'wait',
        meaning: 'Nothing will be sent before an approver approves it.',
      };
}

/** What can be done with a draft. */
function Next({ oneOff, phase, person, notByYou }: MessageView) {
  const two = phase.twoPersonApproval;
  const path = `/messages/${oneOff.id}`;
  return (
    <Section id="next" title={two ? 'Approval' : 'Release'} class="crier-action-panel">
      {two && oneOff.submittedAt === undefined ? (
        <ActionForm action={`${path}/submit`} person={person} permission="edit" label="Ask for approval">
          <Hidden name="revision" value={String(oneOff.revision)} />
          <SubmitButton>Ask for approval</SubmitButton>
        </ActionForm>
      ) : notByYou ? (
        <p>{notByYou}</p>
      ) : may(person, 'release') ? (
        <p>
          <a class="usa-button" href={`/phases/${oneOff.id}/release`}>
            {two ? 'Review and approve' : 'Review and release'}
          </a>
        </p>
      ) : (
        <p>{whoMay('release')}</p>
      )}
      <ActionForm action={`${path}/discard`} person={person} permission="edit" label="Discard draft">
        <Hidden name="revision" value={String(oneOff.revision)} />
        <SubmitButton kind="outline">Discard draft</SubmitButton>
      </ActionForm>
    </Section>
  );
}
