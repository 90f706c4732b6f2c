import type { Person } from '../../domain/person.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Field } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { DifferenceTable } from './plan-sections.tsx';
import type { PlanDifference } from './plan-summary.ts';

/** A plan that waits for a second person. */
export interface PendingView {
  readonly version: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** Who uploaded it. */
  readonly by: string;
  readonly differences: readonly PlanDifference[];
  /** Why the person who looks at it may not approve it; `null`: they may, in the right role. */
  readonly notByYou: string | null;
}

/** Shows the pending plan, what it would change, and the form that approves it. */
export function PendingPlan({
  pending,
  zone,
  person,
}: {
  pending: PendingView;
  zone: string;
  person: Person;
}) {
  const { version, uploadedAt, by, differences, notByYou } = pending;
  return (
    <Section id="pending" title="Waiting for a second person’s approval" class="crier-action-panel">
      <p>
        A plan that turns two-person approval off was uploaded <CourtTime at={uploadedAt} zone={zone} /> by{' '}
        {by}. It will take effect once a second person approves it. Until then, the current plan stays active.
      </p>
      <DifferenceTable differences={differences} />
      {notByYou ? (
        <p>{notByYou}</p>
      ) : (
        <ActionForm action="/plan/approve" person={person} permission="approve" label="Approve the plan">
          <Hidden name="version" value={version} />
          <Field name="why" label="Why?" hint="Recorded with your name." />
          <SubmitButton>Approve this plan</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}
