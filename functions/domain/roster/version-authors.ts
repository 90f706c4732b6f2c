import { byOf, OUTSIDE } from '../actor.ts';
import type { RosterVersion } from './roster-version.ts';

/** Everyone whose uploads a version contains. For older updates, the authors of the base version aren't known. */
export function versionAuthors({
  authors,
  by,
  kind,
}: Pick<RosterVersion, 'authors' | 'by' | 'kind'>): readonly string[] {
  return authors ?? [byOf(by), ...(kind === 'update' ? [OUTSIDE] : [])];
}
