import { may } from '../../domain/person.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import { AudienceBody } from '../phases/audience-body.tsx';
import { phaseStatusLabel } from '../phases/phase-labels.ts';
import type { PhaseView } from '../phases/phase-view.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
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
  const label = phaseStatusLabel(phase);
  const isDraft = oneOff.frozenAt === undefined;
  return (
    <>
      <div class="crier-stand">
        <p class="crier-stand__tag">
          {isDraft ? (
            <Tag tone="plain">{oneOff.submittedAt ? 'Waiting for approval' : 'Draft'}</Tag>
          ) : (
            <Tag tone={label.tone}>{label.name}</Tag>
          )}
        </p>
        <p>{isDraft ? 'Nothing has been sent.' : label.meaning}</p>
      </div>
      <p>
        {run || !isDraft ? <a href={`/phases/${oneOff.id}`}>View progress, pause or cancel</a> : null}
        {isDraft && may(view.person, 'edit') ? (
          <a class="usa-button usa-button--outline" href={`/messages/${oneOff.id}/edit`}>
            Edit message
          </a>
        ) : null}
      </p>
      <div class="crier-columns">
        <div>
          <h2 id="audience">Who gets it</h2>
          <AudienceBody {...view} />
        </div>
        <div>
          <h2 id="says">The email</h2>
          {text === null ? (
            <p>The email can’t be shown, because the launch plan lacks something that it names.</p>
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

/** What can be done with a draft. */
function Next({ oneOff, phase, person, notByYou }: MessageView) {
  const two = phase.twoPersonApproval;
  const path = `/messages/${oneOff.id}`;
  return (
    <Section id="next" title={two ? 'Approval' : 'Release'} class="crier-act">
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
        <p>Someone who can release phases must release it.</p>
      )}
      <ActionForm action={`${path}/discard`} person={person} permission="edit" label="Discard draft">
        <Hidden name="revision" value={String(oneOff.revision)} />
        <SubmitButton kind="outline">Discard draft</SubmitButton>
      </ActionForm>
    </Section>
  );
}
