import type { ActiveRoster } from './activation.ts';

export type Activation =
  /** It may become active by itself. */
  | 'activate'
  /** A person must decide. */
  | 'held'
  /** Another roster came into force since this version was compared with it. */
  | 'moved'
  /** It was activated, rejected or deleted before: an earlier try, or a person, has decided. */
  | 'decided';

/** Whether a version that is written may come into force by itself. */
export function mayActivate(
  active: ActiveRoster,
  { version, base, held }: { version: string; base: string | null; held: boolean },
): Activation {
  if (version in active.barred || active.acts.some((act) => act.version === version)) return 'decided';
  if (active.version !== base) return 'moved';
  return held ? 'held' : 'activate';
}
