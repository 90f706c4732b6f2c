import { UserError } from './user-error.ts';

/** By system error code: what is wrong with the file, and what to do. */
const PROBLEMS: Readonly<Record<string, readonly [because: string, wayOut: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space, then start again: confirmed writes are kept'],
  EDQUOT: ['the disk quota is used up', 'Free some space, then start again: confirmed writes are kept'],
  EFBIG: ['it has reached the file size limit', 'Raise the limit on file sizes, then start again'],
  EACCES: [
    'this user may not use it',
    'Give this user the right to read and write it, or name another folder with --data',
  ],
  EPERM: [
    'this user may not use it',
    'Give this user the right to read and write it, or name another folder with --data',
  ],
  EROFS: ['the disk is read-only', 'Name a folder on another disk with --data'],
  EIO: ['the disk reported an error', 'Check the disk, or start from a copy of the folder'],
  ENOTDIR: ['a file is where a folder should be', 'Move the file, or name another folder with --data'],
  EEXIST: ['a file is where a folder should be', 'Move the file, or name another folder with --data'],
  EISDIR: ['a folder is where a file should be', 'Move the folder, or name another folder with --data'],
};

/** A file system error, as a message that names the file and says what to do; `null` for any other error. */
export function fileError(error: unknown): UserError | null {
  const { code = '', path } = levelError(error) ?? (error as NodeJS.ErrnoException);
  const [because, wayOut] = PROBLEMS[code] ?? [];
  if (!because || !wayOut || path === undefined) return null;
  return new UserError(`Cannot use ${path} because ${because}`, [wayOut]);
}

/** LevelDB, which stores the tables, puts the path and the system's message into its own message. */
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
