import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { damaged } from '../persistence/damaged.ts';

/**
 * Reads tables on disk once. dynalite would only stop the whole process.
 * @throws UserError when they are damaged.
 */
export async function checkTables(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const db = new ClassicLevel(path);
  try {
    await db.open();
    // A table that was cut off shows only when it is read.
    for await (const _ of db.keys({ fillCache: false }));
  } catch (error) {
    const { message } = ((error as Error).cause as Error | undefined) ?? (error as Error);
    throw damaged(fileIn(path, message), message);
  } finally {
    await db.close();
  }
}

/** LevelDB names the file in its message, if it knows which. */
function fileIn(path: string, message: string): string {
  const [name] = /\d+\.(ldb|log)|MANIFEST-\d+|CURRENT/.exec(message) ?? [];
  return name ? join(path, name) : path;
}
