import { type AudienceCount, CHUNK_SIZE } from './run.ts';

/** How many of a run's emails have been handed to SES or given up. */
export interface Progress {
  readonly handled: number;
  readonly of: number;
  /** Every chunk was looked at; otherwise some stand for all. */
  readonly isExact: boolean;
}

/** What is looked at of a chunk. */
export interface ChunkGlimpse {
  /** From 1. */
  readonly number: number;
  readonly done: boolean;
  /** Attempts that its sender has claimed. */
  readonly claimed: number;
}

/** DynamoDB's limit of a BatchGetItem. */
const MOST = 100;

/** Numbers of the chunks to look at: all, or a hundred at even distances. Chunks go out in about their order. */
export function sampledChunks(chunks: number): number[] {
  const count = Math.min(chunks, MOST);
  return Array.from({ length: count }, (_, index) => Math.floor((index * chunks) / count) + 1);
}

export function progressOf(
  { mailable, chunks }: Pick<AudienceCount, 'mailable' | 'chunks'>,
  glimpses: readonly ChunkGlimpse[],
): Progress {
  const sizeOf = (number: number) => (number < chunks ? CHUNK_SIZE : mailable - (chunks - 1) * CHUNK_SIZE);
  const isExact = glimpses.length === chunks;
  const looked = glimpses.reduce((sum, { number }) => sum + sizeOf(number), 0);
  const handled = glimpses.reduce(
    (sum, { number, done, claimed }) => sum + (done ? sizeOf(number) : claimed),
    0,
  );
  if (isExact || looked === 0) return { handled, of: mailable, isExact };
  return { handled: Math.round((handled / looked) * mailable), of: mailable, isExact };
}
