import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { claimToConfirm } from '../../queries/phases/phase-labels.ts';
import { type ConfirmWord, confirmLabel } from '../http/confirm.ts';
import { DoubtfulWording } from '../plan/doubtful-wording.tsx';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { AudienceBody } from './audience-body.tsx';
import type { PhaseView } from './phase-view.ts';

/** What a clerk must know before releasing a phase. */
export interface ReleaseView extends PhaseView {
  /** The subject of the email, by the state of the filer. */
  readonly subjects: readonly StateSubject[];
  /** The first email, as text; `null`: there is none. */
  readonly first: { readonly subject: string; readonly text: string } | null;
  readonly uploads: readonly Upload[];
  readonly basis: ReleaseBasis;
  /** Its time is still to come. */
  readonly startsAhead: boolean;
}

/** The subject of the email to filers in a state. */
interface StateSubject {
  readonly state: State;
  readonly subject: string;
}

/** A file that the emails are made from. */
export interface Upload {
  readonly what: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** Who uploaded it, as shown on the page. */
  readonly by: string;
}

/** What the clerk was shown: once one of these has changed, the release counts no more. */
export interface ReleaseBasis {
  /** Version of the plan. */
  readonly plan: string;
  /** Version of the roster. */
  readonly roster: string;
  /** Of the phase at its time: one more for each run that was canceled. */
  readonly turn: string;
  /** Of a one-off message; empty of others. */
  readonly revision: string;
}

/** The summary of a phase, and the form that releases it. */
export function releasePage(view: ReleaseView): Page {
  const { phase } = view;
  const name = phaseName(phase);
  const claim = claimToConfirm(phase);
  return {
    title: claim ? `Confirm that ${claim}` : `${phase.twoPersonApproval ? 'Approve' : 'Release'} ${name}`,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: <Release {...view} />,
  };
}

function Release(view: ReleaseView) {
  const { phase, zone, startsAhead } = view;
  const when = startsAhead ? (
    <>
      It will be sent at its scheduled time, <CourtTime at={phase.at} zone={zone} />.
    </>
  ) : (
    'It starts as soon as you confirm.'
  );
  return (
    <>
      <p>
        {when} <strong>Emails can’t be recalled once they are sent.</strong>
      </p>
      {phase.twoPersonApproval ? (
        <p>
          You approve these filers, their addresses, the wording and the schedule. If a filer is added, or an
          address, the wording or the schedule changes, the phase must be approved again.
        </p>
      ) : null}
      {phase.status.kind === 'sent-earlier' ? (
        <p>
          This phase was already sent on {phase.status.on}, under the earlier dates. Filers who received it
          then will get it again.
        </p>
      ) : null}
      {phase.currentRun.after.length > 0 ? (
        <p>An earlier run was canceled. Filers who received its email, or may have, are skipped.</p>
      ) : null}
      <div class="crier-columns">
        <div>
          <h2 id="audience">Who gets it</h2>
          <AudienceBody {...view} />
        </div>
        <Emails {...view} />
      </div>
      <Section id="confirming" title="Confirm" class="crier-action-panel">
        <ReleaseForm {...view} />
      </Section>
    </>
  );
}

function Emails({ phase, first, subjects, uploads, zone, doubtful }: ReleaseView) {
  return (
    <div>
      <h2 id="says">The emails</h2>
      <DoubtfulWording wording={doubtful} />
      <Subjects subjects={subjects} />
      {first ? (
        <>
          <h3>The first email</h3>
          <pre
            class="crier-text crier-text--short"
            tabindex={0}
            role="region"
            aria-label="The first email as text"
          >
            {first.text}
          </pre>
        </>
      ) : null}
      <p>
        <a href={`/phases/${phase.id}/preview`}>Preview every email, or send a test</a>
      </p>
      <h2 id="from">Based on</h2>
      <Facts>
        {uploads.map(({ what, at, by }) => (
          <Fact name={what}>
            Uploaded <CourtTime at={at} zone={zone} /> by {by}
          </Fact>
        ))}
      </Facts>
    </div>
  );
}

function Subjects({ subjects }: { subjects: readonly StateSubject[] }) {
  const bySubject = Map.groupBy(subjects, ({ subject }) => subject);
  if (bySubject.size === 0) return <p>No one will be emailed.</p>;
  return (
    <ul class="crier-plain-list">
      {[...bySubject].map(([subject, states]) => (
        <li>
          <strong>{subject}</strong>
          <span class="crier-quiet">
            {bySubject.size === 1 ? 'For everyone' : states.map(({ state }) => STATE_WORDS[state]).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function ReleaseForm({ phase, person, basis }: ReleaseView) {
  const word = releaseWord(phase);
  const claim = claimToConfirm(phase);
  return (
    <ActionForm
      action={`/phases/${phase.id}/release`}
      person={person}
      permission="release"
      label={submitLabel(phase)}
    >
      <Hidden name="plan" value={basis.plan} />
      <Hidden name="roster" value={basis.roster} />
      <Hidden name="turn" value={basis.turn} />
      <Hidden name="revision" value={basis.revision} />
      <Field name="why" label="Why?" hint="Recorded with your name." value={claim ?? ''} />
      {claim ? (
        <Checkbox name="confirm" value={word}>
          I have checked that {claim}
        </Checkbox>
      ) : (
        <Field name="confirm" label={confirmLabel(word)} />
      )}
      <SubmitButton>{submitLabel(phase)}</SubmitButton>
    </ActionForm>
  );
}

/** What a person does with the phase, and types to confirm it. */
export function releaseWord({
  twoPersonApproval,
}: Pick<PhaseView['phase'], 'twoPersonApproval'>): ConfirmWord {
  return twoPersonApproval ? 'approve' : 'release';
}

/** What the form's button does. */
function submitLabel(phase: PhaseView['phase']): string {
  if (claimToConfirm(phase)) return `Confirm and ${releaseWord(phase)}`;
  return phase.twoPersonApproval ? 'Approve this phase' : 'Release this phase';
}
