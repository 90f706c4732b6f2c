import { campaign } from '#campaign';
import { blankOf, type Filer, factOf } from './filer.ts';

/** Whether the roster says more of how far a filer is than a blank cell would. */
export function hasProgress(filer: Filer): boolean {
  const { status } = campaign.progress;
  return factOf(filer, status) !== blankOf(campaign.columns[status]);
}
