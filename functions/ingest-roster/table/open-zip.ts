import { type Entry, fromBufferPromise } from 'yauzl';
import { Unreadable } from './unreadable.ts';

/** An archive in memory, of which single files are unpacked as they are needed. */
export interface Archive {
  /** In lower case. */
  readonly names: readonly string[];
  /** Unpacks one file bit by bit; without one of that name, nothing comes. */
  read(name: string): AsyncIterable<Buffer>;
}

/** More than any workbook has. */
const MAX_FILES = 10_000;
/** What may be unpacked of one archive: 100,000 rows of 30 columns take some 150 MB. */
const MAX_UNPACKED_MB = 200;

/**
 * Opens a zip archive.
 * @throws Error when it is damaged, Unreadable when it holds too much.
 */
export async function openZip(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= MAX_FILES)
      throw new Unreadable(`a zip archive of more than ${MAX_FILES.toLocaleString('en-US')} files`);
    const name = entry.fileName.toLowerCase();
    // Readers differ in which of two files they take: then what was checked isn't what others see.
    if (entries.has(name))
      throw new Error('Cannot read the archive because each of its files must be in it once');
    entries.set(name, entry);
  }
  let left = MAX_UNPACKED_MB * 1024 * 1024;
  return {
    names: [...entries.keys()],
    read: async function* (name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return;
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        left -= (chunk as Buffer).length;
        if (left < 0) throw new Unreadable(`a workbook of more than ${MAX_UNPACKED_MB} MB once unpacked`);
        yield chunk as Buffer;
      }
    },
  };
}
