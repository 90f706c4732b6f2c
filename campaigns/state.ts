/** A state: what is left for a filer to do. */
export interface StateRow {
  /** `Ready to link` */
  readonly label: string;
  readonly color: Color;
  /** How a filer's page marks it. @default none */
  readonly tone?: 'good' | 'wait' | 'bad';
  /** The goal: readiness counts how many filers have reached it. @default false */
  readonly isGoal?: boolean;
  /** Only the time after the pivot brings it; samples of earlier emails leave it out. @default false */
  readonly isAfterPivot?: boolean;
  /** Required where a kind leaves the state out or skips it: why no email comes, as a sentence. */
  readonly noEmail?: string;
  /** Required where a kind skips the state: why the clerk should call, as a sentence. */
  readonly call?: string;
  /** Why filers in this state need a call although emails reach them, as a sentence. @default they need none */
  readonly attention?: string;
  /** What an earlier email told filers in this state, as a clause after "that". @default later emails don't refer to it */
  readonly told?: string;
  /** What an email adds where the records no longer show what was told, as a sentence. @default nothing */
  readonly caveat?: string;
  /** The court settles it inside: emails take reason and steps from the verdict, and say nothing of the state. @default false */
  readonly isInternal?: boolean;
  /** Facts that put a filer into it, for previews: before any pivot, or `2999-01-01` for after it. */
  readonly sample: object;
}
/** The color of a state in charts. */
export type Color =
  | 'red'
  | 'orange'
  | 'yellow'
  | 'blue'
  | 'maroon'
  | 'violet'
  | 'brown'
  | 'green'
  | 'gray'
  | 'silver';

/** What emails and pages note of a filer besides the state. */
export interface FlagRow {
  /** When it is raised, for docs. */
  readonly words: string;
  /** What it means for the filer's emails, as a sentence for the clerk. */
  readonly message: string;
  /** @param verdict of `verdictRules`; `null` where they weren't asked */
  readonly when: (facts: never, verdict: { readonly rule: number } | null) => boolean;
}

/** One row of a decision table. */
export interface Rule<Facts = never, State extends string = string> {
  /** Its number; a rule with several outcomes has several rows. */
  readonly rule: number;
  readonly state: State;
  /** When it holds, in words, for docs. */
  readonly words: string;
  readonly when: (facts: Facts) => boolean;
  /** A clause that fits after "because". */
  readonly reason: (facts: Facts) => string;
  /** Based on weak evidence: the email says how to check. @default false */
  readonly inferred?: boolean;
  /** Nothing is left to do: no verdict is asked for. @default false */
  readonly final?: boolean;
}
