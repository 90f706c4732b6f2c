import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { JsonReport, TableReport, type TextSink } from '../../functions/ingest-roster/report.ts';
import type { CheckArguments } from './arguments.ts';
import type { CheckedFile } from './file.ts';

/**
 * Writes the whole report of a check: as JSON for programs, and as a table to correct.
 * @returns the paths of both; none when the file is refused.
 */
export async function writeReport(
  { summary, checked, table }: CheckedFile,
  { file, out }: Pick<CheckArguments, 'file' | 'out'>,
): Promise<string[]> {
  if (!checked || !table) return [];
  mkdirSync(out, { recursive: true });
  const path = join(out, basename(file));
  const json = new JsonReport(fileSink(`${path}.report.json`));
  const corrected = new TableReport(fileSink(`${path}.report.csv`), {
    layout: checked.layout,
    delimiter: table.delimiter ?? ',',
  });
  await json.add(checked.layout.problems);
  await corrected.start();
  for await (const rows of checked.decide()) {
    await json.add(rows.flatMap(({ problems }) => problems));
    await corrected.add(rows);
  }
  await json.finish(summary);
  await corrected.close();
  return [`${path}.report.json`, `${path}.report.csv`];
}

function fileSink(path: string): TextSink {
  const stream = createWriteStream(path);
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    close: async () => {
      stream.end();
      await once(stream, 'finish');
    },
  };
}
