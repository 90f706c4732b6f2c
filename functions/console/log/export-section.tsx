import type { Child } from 'hono/jsx';
import type { Person } from '../../domain/person.ts';
import { ActionForm, Hidden, SubmitButton } from '../ui/action-form.tsx';
import { Section } from '../ui/section.tsx';

interface ExportSectionProps {
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** What the export is asked by: a run or what was typed, a status, a state. */
  readonly asked: Readonly<Record<string, string | undefined>>;
  /** What the table holds. */
  readonly children: Child;
}

/** Asks for a table of the emails that a page shows. */
export function ExportSection({ person, asked, children }: ExportSectionProps) {
  return (
    <Section id="export" title="Export">
      <p>{children}</p>
      <ActionForm action="/log/exports" person={person} label="Export">
        {Object.entries(asked).map(([name, value]) => (value ? <Hidden name={name} value={value} /> : null))}
        <SubmitButton kind="outline">Export these emails</SubmitButton>
      </ActionForm>
    </Section>
  );
}
