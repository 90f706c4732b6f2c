import { CALL_RESULT_CODES, CALL_RESULTS, type Call, type CallStatus } from '../../../domain/call.ts';
import type { Filer } from '../../../domain/filer/filer.ts';
import type { Person } from '../../../domain/person.ts';
import { ActionForm, SubmitButton } from '../../ui/action-form.tsx';
import { CourtTime } from '../../ui/court-time.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import type { Page } from '../../ui/layout.tsx';
import { Radios } from '../../ui/radios.tsx';
import { Section } from '../../ui/section.tsx';
import { Address, phoneLink } from '../contact.tsx';
import { AssigneeSelect, type Colleague } from './assign-form.tsx';
import { PHONE_LIST } from './phone-choices.ts';

/** A filer who is being called. */
interface CallView {
  readonly filer: Filer;
  readonly name: string;
  /** Why they are called, as a sentence; `null`: they aren't on the phone list. */
  readonly why: string | null;
  readonly callStatus: CallStatus | null;
  /** Newest first. */
  readonly calls: readonly Call[];
  readonly people: readonly Colleague[];
  readonly zone: string;
  readonly person: Pick<Person, 'csrf' | 'role' | 'id'>;
}

/** Whom to call, by which number and why, and the form that records the call. */
export function callPage(view: CallView): Page {
  const { filer, name, person } = view;
  return {
    title: `Call ${name}`,
    current: '/filers',
    back: { label: 'Phone list', href: PHONE_LIST },
    body: (
      <>
        <Contact {...view} />
        <ActionForm action={`/filers/${filer.filerId}/call`} person={person} label="Record a call">
          <Radios
            name="result"
            label="What was the result of the call?"
            options={CALL_RESULT_CODES.map((value) => ({ value, label: CALL_RESULTS[value].label }))}
          />
          <Field
            name="note"
            label="Note (optional)"
            hint="What your colleagues should know. Deleted if this person’s data is erased."
            rows={3}
            isRequired={false}
          />
          <div class="crier-actions">
            <SubmitButton>Record the call</SubmitButton>
          </div>
        </ActionForm>
        <Assignment {...view} />
        <Calls {...view} />
      </>
    ),
  };
}

function Contact({ filer, name, why }: CallView) {
  return (
    <>
      <p>
        {why ?? 'This filer isn’t on the phone list. You can still record a call.'}{' '}
        <a href={`/filers/${filer.filerId}`}>View {name}</a>
      </p>
      <Facts>
        <Fact name="Phone">{filer.phone ? phoneLink(filer.phone) : 'No phone number in the roster'}</Fact>
        <Fact name="Email">
          <Address>{filer.email}</Address>
        </Fact>
        {filer.firm ? <Fact name="Firm">{filer.firm}</Fact> : null}
      </Facts>
    </>
  );
}

function Assignment({ filer, person, people, callStatus }: CallView) {
  return (
    <Section id="assign" title="Assigned to">
      <ActionForm action={`/filers/${filer.filerId}/assign`} person={person} label="Assign">
        <AssigneeSelect
          people={people}
          person={person}
          chosen={callStatus?.assignee ?? null}
          label="Who calls this filer?"
        />
        <SubmitButton kind="outline">Assign filer</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Calls({ calls, people, zone }: CallView) {
  if (calls.length === 0) return null;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <Section id="calls" title="Earlier calls">
      <ul class="crier-plain-list">
        {calls.map(({ at, by, result, note }) => (
          <li>
            {CALL_RESULTS[result].label}
            {note ? `: ${note}` : ''}
            <span class="crier-quiet">
              {names.get(by) ?? by}, <CourtTime at={at} zone={zone} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
