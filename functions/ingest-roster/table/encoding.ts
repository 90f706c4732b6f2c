import { isAscii } from 'node:buffer';

/** How a file's bytes stand for characters. `mixed`: UTF-8 with some rows that aren't. */
export interface Encoding {
  readonly name: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';
  readonly byteOrderMark: boolean;
  readonly mixed: boolean;
}

/** What the whole file's bytes show, gathered as they pass. */
interface ByteCount {
  /** The file's first bytes. */
  readonly head: Buffer;
  /** Characters beyond ASCII that are well-formed UTF-8, and places that aren't UTF-8. */
  readonly wellFormed: number;
  readonly malformed: number;
}

/** No header is shorter, and what follows it may be in any script. */
const HEADER_BYTES = 16;

const MARKS: readonly { name: Encoding['name']; bytes: Buffer }[] = [
  { name: 'UTF-8', bytes: Buffer.from([0xef, 0xbb, 0xbf]) },
  { name: 'UTF-16LE', bytes: Buffer.from([0xff, 0xfe]) },
  { name: 'UTF-16BE', bytes: Buffer.from([0xfe, 0xff]) },
];

/** Counts well-formed and malformed characters of UTF-8, chunk by chunk. */
export function utf8Counter(): {
  add(chunk: Uint8Array): void;
  end(): Pick<ByteCount, 'wellFormed' | 'malformed'>;
} {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let wellFormed = 0;
  let malformed = 0;
  let carried = false;
  function count(text: string): void {
    const bad = text.split('\ufffd').length - 1;
    malformed += bad;
    wellFormed += (text.match(/[^\x00-\x7f]/gu)?.length ?? 0) - bad;
  }
  return {
    add: (chunk) => {
      if (!carried && isAscii(chunk)) return;
      count(decoder.decode(chunk, { stream: true }));
      // A character may continue in the next chunk, which must not be taken for plain ASCII then.
      carried = (chunk.at(-1) ?? 0) >= 0x80;
    },
    end: () => {
      count(decoder.decode());
      return { wellFormed, malformed };
    },
  };
}

/** Finds the encoding: by its mark, by the zero bytes of UTF-16, by whether the bytes are UTF-8. */
export function encodingOf({ head, wellFormed, malformed }: ByteCount): Encoding {
  const mark = MARKS.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  const mixed = malformed > 0 && wellFormed >= malformed;
  if (mark) return { name: mark.name, byteOrderMark: true, mixed: mark.name === 'UTF-8' && malformed > 0 };
  const wide = wideEncoding(head);
  if (wide) return { name: wide, byteOrderMark: false, mixed: false };
  return { name: malformed === 0 || mixed ? 'UTF-8' : 'Windows-1252', byteOrderMark: false, mixed };
}

/** UTF-16 without a mark: a header begins with Latin letters, of which every other byte is zero. */
function wideEncoding(head: Buffer): 'UTF-16LE' | 'UTF-16BE' | null {
  const start = head.subarray(0, HEADER_BYTES);
  const zeros = (odd: 0 | 1) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  const most = 0.75 * Math.floor(start.length / 2);
  const few = 0.25 * Math.floor(start.length / 2);
  if (most === 0) return null;
  if (zeros(1) >= most && zeros(0) <= few) return 'UTF-16LE';
  return zeros(0) >= most && zeros(1) <= few ? 'UTF-16BE' : null;
}

/** The file's bytes as UTF-8 without a mark; malformed ones of a mixed file are left as they are. */
export async function* toUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Buffer> {
  if (encoding.name === 'UTF-8') {
    yield* skipBytes(chunks, encoding.byteOrderMark ? 3 : 0);
    return;
  }
  // The decoder takes a byte order mark away.
  const decoder = new TextDecoder(encoding.name);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

/** The bytes but for the first few. */
export async function* skipBytes(chunks: AsyncIterable<Uint8Array>, bytes: number): AsyncIterable<Buffer> {
  let skip = bytes;
  for await (const chunk of chunks) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    yield Buffer.from(chunk.buffer, chunk.byteOffset + skipped, chunk.length - skipped);
  }
}
