import type { DrillSite } from './site.ts';

/** Something that a drill shows besides its alarms. */
export interface Shown {
  readonly what: string;
  readonly isTrue: boolean;
}

/** A cause, and the alarms that must fire because of it. */
export interface Drill {
  /** What happens, for the table. */
  readonly cause: string;
  /** Titles of the alarms of metrics; composite ones follow from them. */
  readonly fires: readonly string[];
  /** Brings it about. It needn't undo anything afterward: the harness does. */
  bringAbout(site: DrillSite): Promise<readonly Shown[] | undefined>;
}
