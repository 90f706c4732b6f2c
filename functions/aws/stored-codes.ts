import * as z from 'zod';

/** Codes by what the tables call them: they were stored before campaigns were data, and stay so. */
const STORED: ReadonlyMap<string, string> = new Map([
  ['progress-lost', 'link-status-lost'],
  ['progress-stale', 'link-status-stale'],
  ['unconfirmed', 'filing-open-unconfirmed'],
]);
const OURS: ReadonlyMap<string, string> = new Map([...STORED].map(([ours, stored]) => [stored, ours]));

/** A code as it is stored. */
export function storedCode(code: string): string {
  return STORED.get(code) ?? code;
}

/** Reads a stored code as one of ours. */
export function codeSchema<Code extends string>(codes: readonly Code[]) {
  return z.preprocess((stored) => OURS.get(String(stored)) ?? stored, z.enum(codes));
}
