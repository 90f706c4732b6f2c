import { UserError } from '../../lib/user-error.ts';

/** Says that a file of a data folder can't be read. @param what What is wrong with it: "its first line is no JSON". */
export function damaged(path: string, what: string): UserError {
  return new UserError(`Cannot start because ${path} is damaged: ${what}`, [
    'Put it back from a copy of the data folder, or add --fresh to delete the data and start over',
  ]);
}
