/** What notices to staff can name. Every value is a clean line of text; what there isn't is empty. */
export interface StaffModel {
  readonly court: { readonly name: string };
  /** The launch's name. */
  readonly launch: string;
  /** `Monday, October 22, 2018`, and `Mon, Oct 22, 2018`. */
  readonly sentOn: string;
  readonly day: string;
  /** Address of the console. */
  readonly console: string;
  readonly needs: {
    /** `3 items need attention`. */
    readonly count: string;
    readonly first: string;
    readonly any: boolean;
    readonly list: readonly NeedLine[];
  };
  /** What comes next, in a sentence. */
  readonly next: { readonly text: string };
  /** How many filers have reached what the launch is for, in a sentence, and the head of its column. */
  readonly goal: { readonly text: string; readonly head: string };
  readonly days: Lines<'day' | 'reached' | 'of' | 'percent'>;
  readonly states: Lines<'name' | 'filers'>;
  /** `emails` is a number, and `counted` is it with its noun. */
  readonly phases: Lines<'name' | 'when' | 'status' | 'emails' | 'counted' | 'link'>;
}

/** Something that needs attention, and the page where it is done. */
export type NeedLine = Readonly<Record<'title' | 'text' | 'link', string>>;

/** A table's rows. */
interface Lines<Column extends string> {
  readonly any: boolean;
  readonly list: readonly Readonly<Record<Column, string>>[];
}
