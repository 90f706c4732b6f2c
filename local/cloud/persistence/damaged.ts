import { UserError } from '../../lib/user-error.ts';

/** The error for an unreadable file in a data folder. @param what What is wrong: "its first line isn't JSON". */
export function damaged(path: string, what: string): UserError {
  return new UserError(`Cannot start because ${path} is damaged: ${what}`, [
    'Restore it from a copy of the data folder, or add --fresh to delete the data and start over',
  ]);
}
