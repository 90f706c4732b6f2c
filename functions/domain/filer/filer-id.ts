import { createHash } from 'node:crypto';

/**
 * The id of a filer everywhere outside the roster: 16 hexadecimal digits. A CM/ECF user id may be a
 * login, so it stays inside. Case and surrounding space of the user id don't count.
 */
export function filerIdOf(courtId: string, userId: string): string {
  return createHash('sha256').update(`${courtId}\n${userId.trim().toLowerCase()}`).digest('hex').slice(0, 16);
}
