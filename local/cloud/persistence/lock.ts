import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';

const LOCK = 'lock';

/** Whether a file in a locked directory belongs to its lock, or to one that a killed process left behind. */
export function isLockFile(name: string): boolean {
  return name === LOCK || name.startsWith(`${LOCK}.`);
}

/**
 * Locks a directory for this process.
 * @returns what unlocks it.
 * @throws UserError when a living process has it.
 */
export function lockDirectory(dir: string): () => void {
  const path = join(dir, LOCK);
  if (!tryLock(path)) {
    const pid = Number(readFileSync(path, 'utf8'));
    if (isAlive(pid)) {
      throw new UserError(
        `Cannot use ${dir} because only one process at a time can: process ${pid} is using it`,
        [
          `Stop that process first, or name another folder with --data. Delete ${path} only if that process isn’t Crier`,
        ],
      );
    }
    rmSync(path, { force: true });
    if (!tryLock(path)) return lockDirectory(dir);
  }
  return () => rmSync(path, { force: true });
}

/** Written first and then linked, so that a lock always names its process. */
function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
