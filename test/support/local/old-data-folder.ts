import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const ARCHIVE = new URL('../fixtures/data-folder.zip', import.meta.url);

/**
 * A data folder as commit 48741f3 left it, before files and names changed: `notice-1` is sent, `notice-2` has begun
 * and is held by a person, and its clock has come to 2018-08-23T13:10:00Z. All its people are made up.
 * @returns a copy in a temporary directory; the caller deletes it.
 */
export function anOldDataFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'crier-old-data-'));
  for (const [name, content] of Object.entries(unzipSync(new Uint8Array(readFileSync(ARCHIVE))))) {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return dir;
}
