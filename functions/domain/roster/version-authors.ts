import { byOf, OUTSIDE } from '../actor.ts';
import type { RosterVersion } from './roster-version.ts';

/** Everyone whose uploads a version holds; of an older version it isn't known whose uploads an update builds on. */
export function versionAuthors({
  authors,
  by,
  kind,
}: Pick<RosterVersion, 'authors' | 'by' | 'kind'>): readonly string[] {
  return authors ?? [byOf(by), ...(kind === 'update' ? [OUTSIDE] : [])];
}
