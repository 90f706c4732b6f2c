import type { Child } from 'hono/jsx';

/** A column: its head, and what a row shows in it. */
export interface Column<Row> {
  /** @default none, for a table without heads */
  readonly head?: Child;
  /** Names the cell where rows are shown without heads, on a phone. @default the head, if that is text */
  readonly label?: string;
  /** Rows are in the order of this column. @default they aren't */
  readonly sorted?: 'ascending' | 'descending';
  /** Numbers are set to the right. @default false */
  readonly number?: boolean;
  /** Further classes of its cells. @default none */
  readonly class?: string;
  /** The cell names its row. @default false */
  readonly isRowHead?: boolean;
  readonly cell: (row: Row) => Child;
}

interface TableProps<Row> {
  /** What the table shows, for screen readers. @default none, where a heading says it */
  readonly caption?: Child;
  /** Shows the caption to all. @default false */
  readonly captionIsVisible?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** A last row that sums up the others. @default none */
  readonly total?: Row;
  /**
   * How rows are shown on a phone: cells below each other with the names of their columns, or in a few lines without
   * them. They stay tables for screen readers. @default as a table
   */
  readonly onPhones?: keyof typeof PHONE_LOOKS;
  /** Further classes. @default none */
  readonly class?: string;
  /** Makes the table scroll sideways in a region: its name, or the id of the heading that names it. @default neither */
  readonly scroll?: { readonly label: string } | { readonly labelledBy: string };
}

const PHONE_LOOKS = {
  stacked: 'crier-table--stacked',
  compact: 'crier-table--compact',
} as const;

/** What a cell shows that has nothing to show. */
const NONE = '–';

/** Browsers forget what parts of a table are once styles show them as blocks: roles say it. */
function roleOf(isResponsive: boolean, role: string): { role?: string } {
  return isResponsive ? { role } : {};
}

/** Rows of one kind. */
export function Table<Row>({ scroll, ...props }: TableProps<Row>) {
  const table = <Grid {...props} />;
  if (!scroll) return table;
  const [label, labelledBy] = 'label' in scroll ? [scroll.label] : [undefined, scroll.labelledBy];
  return (
    <div class="crier-scroll" tabindex={0} role="region" aria-label={label} aria-labelledby={labelledBy}>
      {table}
    </div>
  );
}

function Grid<Row>({
  caption,
  captionIsVisible,
  columns,
  rows,
  total,
  onPhones,
  class: look,
}: Omit<TableProps<Row>, 'scroll'>) {
  const classes = ['usa-table usa-table--borderless', onPhones && PHONE_LOOKS[onPhones], look];
  const isLabelled = onPhones !== undefined;
  return (
    <table class={classes.filter(Boolean).join(' ')} {...roleOf(isLabelled, 'table')}>
      {caption ? (
        <caption class={captionIsVisible ? 'crier-caption' : 'usa-sr-only'}>{caption}</caption>
      ) : null}
      {columns.some(({ head }) => head !== undefined) ? (
        <Heads columns={columns} isLabelled={isLabelled} />
      ) : null}
      <tbody {...roleOf(isLabelled, 'rowgroup')}>
        {rows.map((row) => (
          <Cells columns={columns} row={row} isLabelled={isLabelled} />
        ))}
      </tbody>
      {total ? (
        <tfoot {...roleOf(isLabelled, 'rowgroup')}>
          <Cells columns={columns} row={total} isLabelled={isLabelled} />
        </tfoot>
      ) : null}
    </table>
  );
}

function Heads<Row>({ columns, isLabelled }: Pick<CellsProps<Row>, 'columns' | 'isLabelled'>) {
  return (
    <thead {...roleOf(isLabelled, 'rowgroup')}>
      <tr {...roleOf(isLabelled, 'row')}>
        {columns.map(({ head, number, sorted }) => (
          <th
            scope="col"
            class={numberClass(number)}
            aria-sort={sorted}
            {...roleOf(isLabelled, 'columnheader')}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly isLabelled: boolean;
}

function Cells<Row>({ columns, row, isLabelled }: CellsProps<Row>) {
  return (
    <tr {...roleOf(isLabelled, 'row')}>
      {columns.map((column) => (
        <Cell column={column} row={row} isLabelled={isLabelled} />
      ))}
    </tr>
  );
}

function Cell<Row>({ column, row, isLabelled }: { column: Column<Row>; row: Row; isLabelled: boolean }) {
  const { head, label = typeof head === 'string' ? head : undefined, number, isRowHead, cell } = column;
  const content = cell(row);
  const classes = [numberClass(number), column.class, content === NONE && 'crier-empty-cell']
    .filter(Boolean)
    .join(' ');
  const attributes = {
    class: classes || undefined,
    'data-label': isLabelled ? label : undefined,
    ...roleOf(isLabelled, isRowHead ? 'rowheader' : 'cell'),
  };
  if (isRowHead) {
    return (
      <th scope="row" {...attributes}>
        {content}
      </th>
    );
  }
  return <td {...attributes}>{content}</td>;
}

function numberClass(number: boolean | undefined): string | undefined {
  return number ? 'crier-number' : undefined;
}
