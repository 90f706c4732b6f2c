import type { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import type { Columns, KeyColumn, KindColumn } from './column.ts';
import type { FlagRow, Rule, StateRow } from './state.ts';

/**
 * One change that a court's filers go through, as tables and pure functions. The engine names none of its states,
 * columns, kinds or dates and reads it as `#campaign`. docs/campaigns.md shows how to write one.
 */
export interface Campaign {
  /** The name of its folder, `nextgen`. */
  readonly name: string;
  /** What pages call it, `NextGen CM/ECF`. */
  readonly title: string;
  /** The folder of its example launch in examples/, and that launch's name: `nysb-2018`. */
  readonly example: string;
  /** The column that identifies a filer, and those beyond name, firm, bar id, phone and addresses, by their header. */
  readonly key: KeyColumn;
  readonly columns: Columns & { readonly user_type: KindColumn };
  /** How far a filer has come: which columns say it, and as of which day. */
  readonly progress: Progress;
  /** States in the order of tables and charts: what is left to do first. */
  readonly states: Table<StateRow>;
  /** What emails and pages note besides the state. The engine adds `unreachable` and `shared-address`. */
  readonly flags: Table<FlagRow>;
  /** What the rules ask about a filer. @param pivotDate `2018-10-22`; `null` while it is to be announced */
  readonly factsOf: (filer: never, pivotDate: string | null) => unknown;
  /** What the court's records say. The first rule that holds gives the state; there may be none. */
  readonly statusRules: readonly Rule[];
  /** What is left to do. The first that holds gives the verdict, and the state if no rule above did; the last always holds. */
  readonly verdictRules: readonly Rule[];
  /** Dates of the plan that phases count from, by the anchor's name: `go-live`. */
  readonly dates: Table<DateRow>;
  /** Times during which something is closed. Announced together with the pivot. */
  readonly windows: Table<WindowRow>;
  /** The date that decides what progress means: a link can't be made before go-live. */
  readonly pivot: string;
  /** Kinds of phases. The engine adds announcements: `date-change`, `correction` and `one-off`. */
  readonly kinds: Table<Kind>;
  readonly plan: PlanPart;
  readonly email: EmailPart;
}

/** Rows by their name. */
export type Table<Row> = Readonly<Record<string, Row>>;

/** The columns that say how far a filer has come. */
export interface Progress {
  /** Header of the column, and of the one with the day on which that was true. */
  readonly status: string;
  readonly asOf: string;
  /** Inside a sentence: `link status`. */
  readonly label: string;
  /** What filers with any progress did, after "who": `linked or tried to`. */
  readonly begun: string;
  /** The date from which there can be any, by its anchor: before it no one could have begun. */
  readonly since: string;
  /** Member of the plan: how many days old it may be where a kind needs it. */
  readonly maxAgeDays: string;
}

/** A date that phases count from. */
export interface DateRow {
  /** Where the plan has it, by `datedSchema`: `['goLive']`. */
  readonly at: readonly string[];
  /** `Go-live`, and inside a sentence: `go-live`. */
  readonly label: string;
  readonly words: string;
  /** What its time of day is, on a form: `Time at which filing opens`. */
  readonly timeLabel: string;
}

/** A time during which something is closed. */
export interface WindowRow {
  /** Where the plan has it, by `windowSchema`: `['outages', 'filing']`. */
  readonly at: readonly string[];
  /** `Filing is closed`, and inside a sentence: `the filing outage`. */
  readonly label: string;
  readonly words: string;
  /** Anchors that its start and end are. Only where a plan with a pivot always has this window. */
  readonly anchors?: { readonly start: string; readonly end: string };
  /** It ends when the pivot comes: another end is refused. @default false */
  readonly endsAtPivot?: boolean;
  /** What its start is called while it is ahead, and once it is past: `Filing closes`, `Filing closed`. */
  readonly starts?: { readonly ahead: string; readonly past: string };
}

/** A kind of message: when it may be sent, to whom, and what must be known first. */
export interface Kind {
  /** `Notice` */
  readonly label: string;
  /** States that it isn't for; every other is emailed. */
  readonly without: readonly string[];
  /** States that are skipped and listed for the clerk: a person must act first. */
  readonly skipped: readonly string[];
  /** Its phases start before this anchor's moment and expire by then; not before this one; after this one. */
  readonly before?: string;
  readonly from?: string;
  readonly after?: string;
  /** When it expires unless the plan says so: calendar days after its start, at the latest at `before`. */
  readonly expires: { readonly days?: number; readonly words: string };
  /** Says that the pivot is past, whatever the clock says. @default false */
  readonly isAfter?: boolean;
  /** Tells people that they haven't done it: held while the roster's progress is older than the plan allows. @default false */
  readonly needsProgress?: boolean;
  /** A member of the plan makes it wait until a person confirms a claim: `filing is open`. */
  readonly gate?: { readonly member: string; readonly claim: string };
  /** Its email starts a thread, or continues the one that the first of those started. @default neither */
  readonly thread?: 'starts' | 'continues';
}

/** The campaign's own part of launch.json. */
export interface PlanPart {
  readonly members: z.ZodRawShape;
  /** Its members of `court`, and of `court.links`: the court's own pages. */
  readonly court: z.ZodRawShape;
  readonly links: z.ZodRawShape;
  /** Where the court's own wording is: it must name the plan's dates. */
  readonly wording: readonly (readonly string[])[];
  /** Its members in words, by the title of their section; "The court" and others of the engine may be among them. */
  readonly rows: (plan: never) => Table<readonly (readonly [label: string, value: string | undefined])[]>;
  /** Members that the build's sample plan has besides its dates: `dated` only while the pivot is announced. */
  readonly sample: {
    readonly court: object;
    readonly links: object;
    readonly members: object;
    readonly dated: object;
  };
  /** A day for the sample plan's pivot. */
  readonly samplePivot: { readonly date: string; readonly time: string };
  /** How the plan editor asks for its members, by their path: `court.links.help`. Dates and windows ask for themselves. */
  readonly fields: Table<FieldRow>;
  /** What a new plan starts with. */
  readonly template: PlanTemplate;
}

/** How the plan editor asks for one member of a plan. */
export interface FieldRow {
  readonly section: FieldSection;
  /** The heading that it is under, with the others that name it. @default none */
  readonly group?: string;
  readonly label: string;
  /** Empty where the label says all. @default the schema's description of the member */
  readonly hint?: string;
  /** What the values of an enumeration are called, by value. */
  readonly choices?: Table<string>;
}

/** The part of the plan editor that asks for a member. */
export type FieldSection = 'court' | 'contacts' | 'dates' | 'wording' | 'safeguards';

/** A new plan before anyone has filled it in: the usual phases, and members that differ from their defaults. */
export interface PlanTemplate {
  readonly members: Readonly<Record<string, unknown>>;
  readonly phases: readonly {
    readonly id: string;
    readonly kind: string;
    readonly when: { readonly days: number; readonly anchor: string; readonly at: string };
  }[];
}

/** What an email asks of its reader, and the names that only this campaign's templates know. */
export interface EmailPart {
  /** What an email asks first: it decides the subject and the one action. In `idle` cases nothing is left to do. */
  readonly cases: readonly string[];
  readonly idle: readonly string[];
  readonly caseOf: (state: never, isAfter: boolean) => string;
  /** Steps in their order, those of one filer, and all of them for the page on the court's website. */
  readonly steps: readonly string[];
  readonly stepsOf: (state: never, isAfter: boolean) => ReadonlySet<string>;
  readonly allSteps: (isAfter: boolean) => ReadonlySet<string>;
  /** Further names for templates; `is` is merged with the engine's. */
  readonly names: (view: never) => { readonly is: Readonly<Record<string, boolean>> };
  /** How a reason of the rules, which the console shows to the clerk, reads in an email to the filer. @default as it is */
  readonly asTold?: (reason: string) => string;
  /** Facts of the plan that emails state, beyond the engine's: a correction tells filers of one that changed. */
  readonly stated: Table<StatedRow>;
  /** What a court's own text can name beyond the engine's placeholders, by what it writes: `go-live-date`. */
  readonly placeholders: Table<Placeholder>;
  /** State of no filer in particular, for the page on the court's website. */
  readonly everyone: { readonly state: string; readonly flags: readonly string[] };
  /** Names of `names` that are different on that page. @default none */
  readonly everyoneNames?: object;
  /** Facts of sample filers that differ in what templates ask beyond the state. At least one. */
  readonly samples: readonly object[];
}

/** A fact of the plan that emails state, such as a phone number. */
export interface StatedRow {
  /** What pages and emails call it: `Phone number of the PACER Service Center` */
  readonly label: string;
  /** Where the plan has it: `['pacer', 'phone']`. */
  readonly at: readonly string[];
}

/** A value that a court's own text can name. */
export interface Placeholder {
  /** What a page calls it: `Date of go-live` */
  readonly label: string;
  /** Its name in templates: `launch.goLive.date` */
  readonly at: string;
  /** What a link can make of it. @default 'words' */
  readonly kind?: 'words' | 'page' | 'email' | 'phone';
  /** Shown while the value is unknown. @default a plan without the value can't have the placeholder */
  readonly otherwise?: string;
  /** The page on the court's website has none. @default false */
  readonly isOfFiler?: boolean;
}

/** What `names` is given. */
export interface EmailView<Plan, Filer, State> {
  /** The kind of message. */
  readonly kind: string;
  readonly plan: Plan;
  readonly filer: Filer;
  readonly state: State;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The pivot is past, by the clock or by the kind of message. */
  readonly isAfter: boolean;
  readonly pivot: Temporal.ZonedDateTime | null;
}
