import type { DrillSite } from './site.ts';

/** Something that a story shows besides its alarms. */
export interface Shown {
  readonly what: string;
  readonly isTrue: boolean;
}

/** A cause that is brought about, and the alarms that must ring. */
export interface Drill {
  /** What happens, for the table. */
  readonly cause: string;
  /** Titles of the alarms of metrics; composite ones follow from them. */
  readonly rings: readonly string[];
  /** Brings it about. Afterward nothing is mended: the harness does that. */
  bringAbout(site: DrillSite): Promise<readonly Shown[] | undefined>;
}
