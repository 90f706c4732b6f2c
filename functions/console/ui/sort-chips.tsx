import type { ListDirection } from '../../queries/list-filers.ts';
import { Chip, Chips } from './chips.tsx';

/** How a list is sorted. */
interface SortChipsProps<Sort extends string> {
  /** The orders that are offered, with what they are called. */
  readonly sorts: readonly (readonly [Sort, label: string])[];
  readonly sort: Sort;
  readonly order: ListDirection;
  readonly hrefOf: (order: { sort: Sort; order: ListDirection }) => string;
}

/** Links to the orders of a list; the chosen one turns its direction. */
export function SortChips<Sort extends string>({ sorts, sort, order, hrefOf }: SortChipsProps<Sort>) {
  return (
    <>
      <p class="crier-quiet" aria-hidden="true">
        Sort by
      </p>
      <Chips label="Sort by">
        {sorts.map(([one, label]) => {
          const isChosen = one === sort;
          const turned = isChosen && order === 'a-z' ? 'z-a' : 'a-z';
          return (
            <Chip href={hrefOf({ sort: one, order: turned })} isChosen={isChosen}>
              {label}
              {isChosen ? <Direction order={order} /> : null}
            </Chip>
          );
        })}
      </Chips>
    </>
  );
}

function Direction({ order }: { order: ListDirection }) {
  return (
    <>
      <span aria-hidden="true">{order === 'a-z' ? ' ▲' : ' ▼'}</span>
      <span class="usa-sr-only">{order === 'a-z' ? ', reverse the order' : ', in order'}</span>
    </>
  );
}
