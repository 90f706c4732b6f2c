import { closeSync, fdatasync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { withPath } from './file-error.ts';

/** A file that only grows. */
interface AppendFile {
  /** Gives bytes to the operating system: they outlive this process. */
  append(bytes: Uint8Array): void;
  /** Resolves once what was appended so far is on the disk: it outlives the machine. */
  flushed(): Promise<void>;
  /** Flushes and closes the file. */
  close(): Promise<void>;
}

const flush = promisify(fdatasync);

/** Opens a file, or makes it. Flushes that are asked for while one is under way share the next one. */
export function appendFile(path: string): AppendFile {
  const file = openSync(path, 'a', 0o600);
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;

  function flushed(): Promise<void> {
    next ??= current
      .catch(() => {})
      .then(() => {
        current = next!;
        next = null;
        return flush(file);
      });
    return next;
  }

  return {
    append: (bytes) => {
      withPath(path, () => {
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
      });
    },
    flushed,
    close: async () => {
      await flushed();
      closeSync(file);
    },
  };
}
