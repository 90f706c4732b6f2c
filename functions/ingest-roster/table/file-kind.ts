/** Files that are no table, by how they begin. Each answers "This file is …". */
const BEGINNINGS: readonly { readonly bytes: string; readonly what: string }[] = [
  { bytes: '25504446', what: 'a PDF document' },
  { bytes: '89504e47', what: 'an image (PNG)' },
  { bytes: 'ffd8ff', what: 'an image (JPEG)' },
  { bytes: '47494638', what: 'an image (GIF)' },
  { bytes: '49492a00', what: 'an image (TIFF)' },
  { bytes: '4d4d002a', what: 'an image (TIFF)' },
  { bytes: '424d', what: 'an image (BMP)' },
  { bytes: 'd0cf11e0a1b11ae1', what: 'an old Excel workbook (.xls), or one with a password' },
  { bytes: '1f8b', what: 'a compressed file (gzip)' },
  { bytes: '377abcaf271c', what: 'a compressed file (7z)' },
  { bytes: '526172211a07', what: 'a compressed file (RAR)' },
  { bytes: '425a68', what: 'a compressed file (bzip2)' },
  { bytes: '7b5c727466', what: 'a text document (RTF)' },
  { bytes: '53514c69746520666f726d6174', what: 'a database (SQLite)' },
  { bytes: 'fffe0000', what: 'text in UTF-32' },
  { bytes: '0000feff', what: 'text in UTF-32' },
  { bytes: '7f454c46', what: 'a program' },
];

/** Beginnings that a text may have by chance: they count only with a zero byte near. */
const SHORT_BYTES = 3;

/** What a file is; `what`: the words after "The file is". */
type FileKind = { readonly kind: 'text' } | { readonly kind: 'refused'; readonly what: string };

/** Whether a file is an archive, as workbooks are. */
export function isZip(head: Buffer): boolean {
  return head.subarray(0, 4).toString('hex') === '504b0304';
}

/** The largest share of control characters in a text. */
const MAX_CONTROL = 0.1;

/**
 * What a file is, by its first bytes and, for text, its first characters. What names columns in its first row is a
 * table, whatever else is in it.
 */
export function fileKind(
  head: Buffer,
  { text, namesColumns }: { text: string; namesColumns: boolean },
): FileKind {
  if (head.length === 0 || text.trim() === '') return { kind: 'refused', what: 'empty' };
  if (namesColumns) return { kind: 'text' };
  const known = BEGINNINGS.find(({ bytes }) => head.subarray(0, bytes.length / 2).toString('hex') === bytes);
  if (known && (known.bytes.length > 2 * SHORT_BYTES || isBinary(text)))
    return { kind: 'refused', what: known.what };
  const markup = markupOf(text.trimStart().slice(0, 200).toLowerCase());
  if (markup) return { kind: 'refused', what: markup };
  return isBinary(text) ? { kind: 'refused', what: 'not a text file' } : { kind: 'text' };
}

function markupOf(start: string): string | null {
  if (/^<(!doctype html|html|head|body|table|meta|div|style|script)\b/.test(start))
    return 'a web page (HTML)';
  if (/^<(\?xml|!--|[a-z][\w:-]*[\s>])/.test(start)) return 'an XML document';
  if (/^(\{\s*"|\[\s*[{["])/.test(start)) return 'a JSON document';
  return start.startsWith('mime-version:') || start.startsWith('from: ') ? 'an email' : null;
}

/** Characters that no text has in such numbers. */
function isBinary(text: string): boolean {
  const control = text.match(/[\x00-\x08\x0e-\x1f]/g)?.length ?? 0;
  return control > MAX_CONTROL * text.length;
}
