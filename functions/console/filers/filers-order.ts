import * as z from 'zod';
import { campaign } from '#campaign';
import { LIST_SORTS, type ListSort } from '../../domain/roster/filer-lists.ts';
import { LIST_DIRECTIONS } from '../../queries/list-filers.ts';

/** An order of filers in a URL. Anything else there counts as the order by name. */
export const orderSchema = z.object({
  sort: z.enum(LIST_SORTS).catch('name'),
  order: z.enum(LIST_DIRECTIONS).catch('a-z'),
});
/** How a list of filers, or of their emails, is sorted. */
export type FilersOrder = Readonly<z.infer<typeof orderSchema>>;

/** An order in a URL, without what goes without saying. */
export function orderIn({ sort, order }: FilersOrder) {
  return { sort: sort === 'name' ? null : sort, order: order === 'a-z' ? null : order };
}

/** What orders are called. */
export const SORT_LABELS: Readonly<Record<ListSort, string>> = {
  name: 'Last name',
  firm: 'Firm',
  type: campaign.columns.user_type.label,
  state: 'State',
};
