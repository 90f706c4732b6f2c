const AS_CSV = 'save it as CSV, and upload that';
/** The way out of a workbook that doesn't follow the format. */
export const SAVE_ANEW = 'open it in Excel, save it again or as CSV, and upload that';

/** Signals from within a workbook's reading that nothing can be made of it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  /** What the file is: what a clerk reads after "The file is". */
  readonly what: string;
  /** The way out. */
  readonly advice: string;

  constructor(what: string, advice: string = AS_CSV) {
    super('Cannot read the workbook');
    this.what = what;
    this.advice = advice;
  }
}
