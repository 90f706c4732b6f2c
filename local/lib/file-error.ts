import { UserError } from './user-error.ts';

/** Codes of the system by what is wrong with a file; what the person can do comes after. */
const PROBLEMS: Readonly<Record<string, readonly [because: string, wayOut: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space, then start again: what was confirmed is kept'],
  EDQUOT: ['the disk quota is used up', 'Free some space, then start again: what was confirmed is kept'],
  EFBIG: ['it may not grow any more', 'Raise the limit on the size of files, then start again'],
  EACCES: [
    'this user may not use it',
    'Give this user the right to read and write it, or name another folder with --data',
  ],
  EPERM: [
    'this user may not use it',
    'Give this user the right to read and write it, or name another folder with --data',
  ],
  EROFS: ['the disk is read-only', 'Name a folder on another disk with --data'],
  EIO: ['the disk failed', 'Check the disk, or start from a copy of the folder'],
  ENOTDIR: ['a file is where a folder must be', 'Move the file away, or name another folder with --data'],
  EEXIST: ['a file is where a folder must be', 'Move the file away, or name another folder with --data'],
  EISDIR: ['a folder is where a file must be', 'Move the folder away, or name another folder with --data'],
};

/** An error of the file system, in a sentence that names the file and the way out; `null` for any other error. */
export function fileError(error: unknown): UserError | null {
  const { code = '', path } = levelError(error) ?? (error as NodeJS.ErrnoException);
  const [because, wayOut] = PROBLEMS[code] ?? [];
  if (!because || !wayOut || path === undefined) return null;
  return new UserError(`Cannot use ${path} because ${because}`, [wayOut]);
}

/** LevelDB, which keeps the tables, has the file and the system's words in its message. */
function levelError(error: unknown): { code: string; path: string } | null {
  const [, path, words] = /^IO error: (.+): ([^:]+)$/.exec(String((error as Error).message)) ?? [];
  const code = LEVEL_CODES[words ?? ''];
  return path && code ? { code, path } : null;
}

const LEVEL_CODES: Readonly<Record<string, string>> = {
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'File too large': 'EFBIG',
  'Permission denied': 'EACCES',
  'Read-only file system': 'EROFS',
  'Input/output error': 'EIO',
};

/** Does something with a file. @throws the error of the system, with the file's path: a descriptor alone has none. */
export function withPath<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw Object.assign(error as Error, { path: (error as NodeJS.ErrnoException).path ?? path });
  }
}
