import type { FieldSection } from '../../../../campaigns/campaign.ts';
import type { Person } from '../../../domain/person.ts';
import type { FormValues } from '../../http/form.ts';
import { ActionForm, Hidden, SubmitButton } from '../../ui/action-form.tsx';
import { Alert } from '../../ui/alert.tsx';
import type { Page } from '../../ui/layout.tsx';
import { MeantDates } from '../meant-dates.tsx';
import { DatedFields } from '../plan-dates-page.tsx';
import { ZONES } from './engine-fields.ts';
import { FieldInputs } from './field-input.tsx';
import type { PlanField } from './plan-fields.ts';
import { SECTION_NAMES, SECTIONS, type SectionName, sectionAfter } from './sections.ts';

/** One page of the plan editor. */
export interface SectionView {
  readonly section: FieldSection;
  readonly person: Person;
  readonly revision: string;
  readonly zone: string | null;
  readonly fields: readonly PlanField[];
  readonly values: FormValues;
  readonly problems: FormValues;
  /** Problems that are about no field of the form. */
  readonly others: readonly string[];
  /** Dates in the wording that a person must confirm. */
  readonly toConfirm: readonly string[];
}

/** A page of the plan editor that is a form. */
export function sectionPage(view: SectionView): Page {
  const { section } = view;
  return {
    title: SECTIONS[section].title,
    back: { href: '/plan/draft', label: 'Draft of the plan' },
    current: '/plan',
    body: <SectionForm {...view} />,
  };
}

function SectionForm(view: SectionView) {
  const { section, person, revision, fields, values, problems, others, toConfirm } = view;
  const after = sectionAfter(section);
  return (
    <>
      <Place section={section} />
      <p>{SECTIONS[section].text}</p>
      {section === 'wording' ? (
        <p>
          <a href="/plan/draft/messages">Replace other parts of the messages, section by section</a>
        </p>
      ) : null}
      <OtherProblems problems={others} />
      <ActionForm
        action={`/plan/draft/${section}`}
        person={person}
        permission="edit"
        label={SECTIONS[section].title}
      >
        <Hidden name="revision" value={revision} />
        {section === 'dates' ? <DateHelp zone={view.zone} /> : null}
        {section === 'dates' ? <DatedFields view={{ values, problems }} /> : null}
        <FieldInputs fields={fields} values={values} />
        {toConfirm.length > 0 ? <MeantDates dates={toConfirm} /> : null}
        <SubmitButton>Save and continue</SubmitButton>
      </ActionForm>
      <p>
        <a href={after ? `/plan/draft/${after}` : '/plan/draft/check'}>
          Continue to {after ? SECTIONS[after].title.toLowerCase() : 'the check'} without saving
        </a>
      </p>
    </>
  );
}

function DateHelp({ zone }: { readonly zone: string | null }) {
  return (
    <p class="crier-quiet">
      Phases count from these dates and move with them. All times are in the court’s time zone
      {zone ? `, ${ZONES[zone] ?? zone}` : ''}.
    </p>
  );
}

/** Which of the pages this is. */
export function Place({ section }: { readonly section: SectionName }) {
  return (
    <p class="crier-quiet">
      Part {SECTION_NAMES.indexOf(section) + 1} of {SECTION_NAMES.length}
    </p>
  );
}

/** Problems that no field of the page asks about. */
export function OtherProblems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert kind="error" title="Please fix this, too" live="off">
      <ul>
        {problems.map((problem) => (
          <li>{problem}</li>
        ))}
      </ul>
    </Alert>
  );
}
