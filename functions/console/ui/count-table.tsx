import type { Child } from 'hono/jsx';
import { count } from '../../lib/count.ts';
import { type Column, Table } from './table.tsx';

interface CountRow {
  readonly name: Child;
  readonly count: number;
}

interface CountTableProps {
  readonly caption: string;
  readonly heads: readonly [name: string, count: string];
  readonly rows: readonly CountRow[];
  /** The count of a full bar. */
  readonly of: number;
}

/** Names and counts, with a bar for each part of the whole. */
export function CountTable({ caption, heads, rows, of }: CountTableProps) {
  const columns: Column<CountRow>[] = [
    {
      head: heads[0],
      isRowHead: true,
      cell: (row) => (
        <>
          {row.name}{' '}
          <meter class="crier-bar" min={0} max={Math.max(1, of)} value={row.count} aria-hidden="true" />
        </>
      ),
    },
    { head: heads[1], number: true, cell: (row) => count(row.count) },
  ];
  return <Table caption={caption} columns={columns} rows={rows} class="crier-counts" />;
}
