import type { Filer } from '../domain/filer/filer.ts';
import type { UploadKind } from '../domain/upload.ts';

/** The active roster, on which an update builds and with which a new roster is compared. */
export interface Base {
  filers(): AsyncIterable<Filer>;
  filersById(ids: readonly string[]): Promise<ReadonlyMap<string, Filer>>;
}

/** What it takes to read a table as a roster or an update. */
export interface CheckSettings {
  readonly kind: UploadKind;
  readonly courtId: string;
  /** The upload's date in the court's zone, `2018-07-24`. */
  readonly today: string;
  /** The court's zone, `America/New_York`. */
  readonly zone: string;
  /** `null` while it is to be announced, or no plan is known. */
  readonly pivotDate: string | null;
  readonly base: Base | null;
  /** A person has chosen that blank cells, and columns that are missing, keep what the base knows. @default false */
  readonly keepsKnown?: boolean;
  /** So few filers are never a full list of those who have begun. @default that of a plan that names none */
  readonly fewFilers?: number;
}
