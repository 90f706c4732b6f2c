import { createHash } from 'node:crypto';

/**
 * The id of a filer everywhere outside the roster: 16 hexadecimal digits. A CM/ECF user id may be a
 * login, so it stays inside. Case and surrounding space of the user id don't count.
 */
export function filerIdOf(courtId: string, userId: string): string {
  return createHash('sha256').update(`${courtId}\n${userId.trim().toLowerCase()}`).digest('hex').slice(0, 16);
}

/** The shards of filers, in rosters and in the send log: the first hexadecimal digit of a filer's id. */
export const SHARDS: readonly string[] = [...'0123456789abcdef'];

/** The shard of a filer. */
export function shardOf(filerId: string): string {
  return filerId.slice(0, 1);
}
