/** Something wrong with a Markdown text. */
export interface Found {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}
