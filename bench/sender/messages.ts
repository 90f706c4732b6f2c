import type { Place } from '../lib/place.ts';

/** What the processes of the bench say to each other. */

/** What contestants know of the cloud. */
export interface Site extends Place {
  /** The instant at which the run has just started. */
  readonly starts: string;
  /** The queue's messages, one a chunk. */
  readonly messages: readonly string[];
  /** How many emails the run has. */
  readonly emails: number;
}

/** An email as the server got it. */
export interface Taken {
  readonly from: string;
  readonly to: string;
  /** Base64. */
  readonly raw: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the cloud is asked: to put the tables back to where the run starts, or to write down what it got since. */
export type Ask = { readonly reset: { readonly maxSendRate: number } } | { readonly takeTo: string };

/** What the cloud answers. */
export type Answer = { readonly site: Site } | { readonly done: true };

/** What a contestant is to be. */
export interface Start {
  readonly contestant: 'bare' | 'usual' | 'crier';
  readonly site: Site;
  /** The sender's bundle. */
  readonly bundle: string;
  /** A file of what is to be sent; only Crier makes it itself. */
  readonly mails: string;
}
