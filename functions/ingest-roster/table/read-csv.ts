import type { TableRow } from '../row/parse-row.ts';
import { BlockReader } from './block-reader.ts';
import type { Dialect } from './dialect.ts';

/** How much is parsed at once. */
const BLOCK_BYTES = 64 * 1024;

/**
 * Rows of a CSV in UTF-8, in batches. A row that isn't well-formed is given with its flaw, and reading continues at the
 * next line of the file, so it never takes another row with it. Rows are numbered as a spreadsheet does: a cell with
 * line breaks doesn't count further rows, a blank line does.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>, dialect: Dialect): AsyncIterable<TableRow[]> {
  const reader = new BlockReader(dialect);
  let pending: Buffer[] = [];
  let size = 0;
  let wanted = BLOCK_BYTES;
  for await (const piece of inPieces(chunks)) {
    pending.push(piece);
    size += piece.length;
    if (size < wanted) continue;
    const rest = yield* reader.read(Buffer.concat(pending), false);
    pending = [rest];
    size = rest.length;
    // What is left over is an unfinished row: twice as much each time keeps a long one from being parsed over and over.
    wanted = Math.max(BLOCK_BYTES, 2 * rest.length);
  }
  yield* reader.read(Buffer.concat(pending), true);
}

/** However large the chunks are: what is parsed at once decides how much memory rows take. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += BLOCK_BYTES)
      yield chunk.subarray(start, start + BLOCK_BYTES);
  }
}
