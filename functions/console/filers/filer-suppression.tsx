import type { Person } from '../../domain/person.ts';
import { sesRefusal } from '../../domain/send/ses-refusals.ts';
import type { LiftedSuppression, Suppression } from '../../domain/send/suppression.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Field } from '../ui/field.tsx';
import { LiftedNote } from '../ui/lifted-note.tsx';
import { Section } from '../ui/section.tsx';

interface SuppressedProps {
  readonly suppression: Suppression | null;
  readonly filerId: string;
  readonly zone: string;
  readonly person: Pick<Person, 'csrf' | 'role'>;
}

const STOPPED: Readonly<Record<Suppression['reason'], string>> = {
  'hard-bounce': 'The mailbox permanently refused an email.',
  complaint: 'The recipient marked an email as spam.',
  asked: 'The person asked for their data to be erased and for no further emails.',
};

function whyStopped({ reason, detail }: Suppression): string {
  return sesRefusal(detail, 'an email') ?? STOPPED[reason];
}

/** Why emails to a filer are stopped, and the form that allows them again. */
export function Suppressed({ suppression, filerId, zone, person }: SuppressedProps) {
  if (!suppression) return null;
  const { reason, at, detail, runId } = suppression;
  const isComplaint = reason === 'complaint';
  return (
    <Section id="stopped" title="Emails to this filer have been stopped">
      <p>
        {whyStopped(suppression)} Crier no longer sends email to this address.
        <span class="crier-quiet">
          <CourtTime at={at} zone={zone} />
          {detail ? ` · ${detail}` : ''}
          {runId ? (
            <>
              {' · '}
              <a href={`/log/${runId}/${suppression.filerId}`}>View email</a>
            </>
          ) : null}
        </span>
      </p>
      <ActionForm action={`/filers/${filerId}/unsuppress`} person={person} label="Allow emails again">
        <p>
          Do this only if you know that the address works again
          {isComplaint ? ' and that they want these emails' : ''}: bounced emails harm the court’s reputation
          with mail services.
        </p>
        <Field name="why" label="Why?" hint="Recorded with your name." />
        <SubmitButton kind="outline">Allow emails again</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Says that emails to a filer were stopped, and when they were allowed again. */
export function Lifted({ lifted, zone }: { lifted: LiftedSuppression | null; zone: string }) {
  if (!lifted) return null;
  return (
    <Section id="lifted" title="Emails to this filer are allowed again">
      <p>
        {whyStopped(lifted)} <LiftedNote at={lifted.liftedAt} zone={zone} />
      </p>
    </Section>
  );
}
