import type { Placeholder } from '../../../../campaigns/campaign.ts';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';

const EXAMPLES = [
  { what: 'Paragraphs', how: 'Leave an empty line between them.' },
  { what: 'List', how: '- First item\n- Second item' },
  { what: 'Numbered list', how: '1. First step\n2. Second step' },
  { what: 'Bold, italics', how: '**bold** and *italics*' },
  { what: 'Link', how: '[words](https://www.uscourts.gov/page)' },
] as const;

/** What an own text can have, and the placeholders that it can name. */
export function WritingHelp({ placeholders }: { readonly placeholders: ReadonlyMap<string, Placeholder> }) {
  return (
    <Section id="writing" title="What you can write">
      <Table
        caption="What you can write"
        onPhones="stacked"
        rows={EXAMPLES}
        columns={[
          { head: 'To get', isRowHead: true, cell: ({ what }) => what },
          { head: 'Write', cell: ({ how }) => <span class="crier-lines">{how}</span> },
        ]}
      />
      <details>
        <summary>Placeholders: values from the plan and the roster</summary>
        <p>
          A placeholder stays right when the plan changes. A date that isn’t set reads “a date to be
          announced.”
        </p>
        <Table
          caption="Placeholders"
          onPhones="stacked"
          rows={[...placeholders]}
          columns={[
            { head: 'To show', isRowHead: true, cell: ([, { label }]) => label.replaceAll("'", '’') },
            { head: 'Write', class: 'crier-break', cell: ([name, { kind }]) => writtenAs(name, kind) },
          ]}
        />
      </details>
    </Section>
  );
}

function writtenAs(name: string, kind: Placeholder['kind']): string {
  const value = `{{${name}}}`;
  switch (kind) {
    case 'page':
      return `[words](${value})`;
    case 'email':
      return `[${value}](mailto:${value})`;
    case 'phone':
      return `[${value}](tel:${value})`;
    default:
      return value;
  }
}
