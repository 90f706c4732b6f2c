/** What may separate cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How a CSV is written. */
export interface Dialect {
  readonly delimiter: (typeof DELIMITERS)[number];
  /** Some cells aren't UTF-8 and are read as Windows-1252. */
  readonly mixed: boolean;
  /** @default '"' */
  readonly quote?: '"' | "'" | undefined;
  /** Spaces around quotes, and around cells, aren't part of them. @default false */
  readonly trim?: boolean | undefined;
}

/** What tells how a line comes apart. */
export interface LineShape extends Pick<Dialect, 'delimiter'> {
  /** How many cells the file's rows have; `null` before the first one. */
  readonly width: number | null;
}

/** A cell before it is decoded: in a mixed file csv-parse gives bytes, whatever its types say. */
export type Cell = string | Buffer;
