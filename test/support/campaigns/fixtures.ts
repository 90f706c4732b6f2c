/** What tests of the engine take of whichever campaign they run under. */
export interface Fixtures {
  /** The kind that comes first, a warning before the pivot, one that waits for a claim, and one that needs progress. */
  readonly kinds: Readonly<Record<'first' | 'warning' | 'gated' | 'last', string>>;
  /** From what the warning and the gated kind count: four days before the pivot, and on its day. */
  readonly moments: Readonly<Record<'warning' | 'gated', { readonly days: number; readonly anchor: string }>>;
  /** Member of the plan that makes the gated kind wait. */
  readonly gate: string;
  /** A state in which filers are emailed, and facts that put one into it. */
  readonly todo: string;
  readonly todoFacts: object;
  /** Facts that put one into a state for which there is no phase. */
  readonly closedFacts: object;
  /** The goal: only the first kinds may be for it. */
  readonly done: string;
  /** States that some kind skips and lists for the clerk. */
  readonly skipped: readonly string[];
  /** The plan's `court.links`. */
  readonly links: object;
  /** The plan's dates with the pivot on a day; what is closed before it, is from `closedFrom`. */
  readonly dates: (
    date: string,
    options?: { readonly time?: string; readonly closedFrom?: string },
  ) => object;
  /** Changes by path that move the pivot of that plan to another day, and those that leave it open. */
  readonly moved: (date: string, closedFrom: string) => Readonly<Record<string, unknown>>;
  readonly undated: Readonly<Record<string, unknown>>;
  /** Makes a plan whose dates were changed agree with itself again. */
  readonly settle: (plan: Record<string, unknown>, changes: Readonly<Record<string, unknown>>) => void;
}
