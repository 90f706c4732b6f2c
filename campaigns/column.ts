/** The column that identifies a filer. */
export interface KeyColumn {
  readonly column: string;
  /** `CM/ECF user id`, and inside a sentence what a cell must hold: `the CM/ECF user id, the key of the roster`. */
  readonly label: string;
  readonly what: string;
  /** For the person who makes a roster, as a sentence: `The login of the CM/ECF account.` */
  readonly says: string;
  /** Further headers understood as that column. Case, spaces and signs don't count. */
  readonly synonyms: readonly string[];
  /** Cells of the example roster's three rows. */
  readonly examples: readonly [string, string, string];
}

/** A value that a cell may have. */
export interface Word {
  /** `Attorney` */
  readonly label: string;
  /** Inside a sentence, if that isn't the label in lower case; `''`: emails don't name it. */
  readonly inText?: string;
  /** What stands for it in a cell. Case, spaces and signs don't count. */
  readonly synonyms: readonly string[];
}
/** Values by what is stored of each: `attorney`. */
export type Words = Readonly<Record<string, Word>>;

/** A column of the roster beyond the engine's own. */
export type Column = {
  /** Name of the fact that it gives a filer. */
  readonly fact: string;
  /** `Link status` */
  readonly label: string;
  /** For the person who makes a roster, as a sentence. */
  readonly says: string;
  /** Further headers understood as that column. */
  readonly synonyms: readonly string[];
  /** A guess could do harm: a word, number or date that can't be read refuses the row. A `day` always does. @default false */
  readonly strict?: boolean;
  /** Cells of the example roster's three rows. */
  readonly examples: readonly [string, string, string];
} & (
  | { readonly type: 'word'; readonly words: Words; readonly blank: string }
  /** Several words, separated by ";". `unknown` says nothing. */
  | { readonly type: 'words'; readonly words: Words }
  /** `yes`: what pages say about it, `Yes, linked there`. */
  | { readonly type: 'yes-no'; readonly yes: string }
  /** `what` a cell must hold, and the `unit` that pages show: `characters`. */
  | { readonly type: 'count'; readonly what: string; readonly unit: string }
  /** `2014-08-11`, `2014-08` or `2014`. */
  | { readonly type: 'date' }
  /** A whole date; blank takes the upload's. `what` a cell must hold. */
  | { readonly type: 'day'; readonly what: string }
);
/** Columns by their header. */
export type Columns = Readonly<Record<string, Column>>;
/** What kind of filer one is: every campaign has this column, with words of its own. */
export type KindColumn = Extract<Column, { type: 'word' }> & { readonly fact: 'userType' };

type ValueOf<C extends Column> = C extends { type: 'word'; words: infer W }
  ? keyof W & string
  : C extends { type: 'words'; words: infer W }
    ? Exclude<keyof W & string, 'unknown'>[]
    : C extends { type: 'yes-no' }
      ? boolean | null
      : C extends { type: 'count' }
        ? number | null
        : C extends { type: 'date' }
          ? string | null
          : string;

/** The facts that columns give a filer. */
export type FactsOf<Cs extends Columns> = { [C in keyof Cs as Cs[C]['fact']]: ValueOf<Cs[C]> };

/** What the engine knows about every filer, and rules may ask. */
export interface Person {
  readonly email: string | null;
  readonly firm: string | null;
  readonly sharedAddress: boolean;
}

/** A filer's state, as an email's functions see it. */
export interface StateView<State extends string, Verdict extends string, Flag extends string> {
  readonly state: State;
  /** `null` where nothing is left to do. */
  readonly account: { readonly state: Verdict; readonly inferred: boolean } | null;
  readonly flags: readonly (Flag | 'unreachable' | 'shared-address')[];
}
