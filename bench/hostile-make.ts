import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** Text, piece by piece: such files are made larger than memory should be. */
export type Text = string | Iterable<string>;

/** A file that is made to break its reader. */
export interface HostileFile {
  /** What is wrong with it, or large about it. */
  readonly name: string;
  readonly make: (path: string) => Promise<void>;
}

/** The header of a roster. */
export const HEADER = 'cmecf_user_id,last_name,email';
/** A line of a roster. */
export const LINE = 'u1,Roe,jane@example.com\n';

/** Text over and over, in pieces of a megabyte. */
export function* times(count: number, text: (index: number) => string): Iterable<string> {
  let piece = '';
  for (let index = 0; index < count; index++) {
    piece += text(index);
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** A row of a sheet. */
export function row(number: number, texts: readonly string[]): string {
  const cells = texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** A hostile CSV. */
export function csv(name: string, text: Text): HostileFile {
  return {
    name: `CSV: ${name}`,
    make: async (path) => {
      const file = createWriteStream(path);
      for (const piece of typeof text === 'string' ? [text] : text) {
        if (!file.write(piece)) await once(file, 'drain');
      }
      file.end();
      await once(file, 'close');
    },
  };
}

/** A hostile workbook. @param parts Its files besides, or in place of, the plain ones. */
export function xlsx(name: string, rows: Text, parts: Readonly<Record<string, Text>> = {}): HostileFile {
  const references = (target: readonly (readonly [string, string])[]) =>
    `<Relationships>${target.map(([type, path], index) => `<Relationship Id="rId${index + 1}" Type="/${type}" Target="${path}"/>`).join('')}</Relationships>`;
  const all: Record<string, Text> = {
    '_rels/.rels': references([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': references([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(rows),
    ...parts,
  };
  return { name: `XLSX: ${name}`, make: (path) => zipInto(path, Object.entries(all)) };
}

function* sheet(rows: Text): Iterable<string> {
  yield '<worksheet><sheetData>';
  yield* typeof rows === 'string' ? [rows] : rows;
  yield '</sheetData></worksheet>';
}

/** Packs files into an archive. */
export async function zipInto(path: string, files: Iterable<readonly [string, Text]>): Promise<void> {
  const out = createWriteStream(path);
  const zip = new Zip((error, data, final) => {
    if (error) throw error;
    out.write(data);
    if (final) out.end();
  });
  for (const [name, text] of files) {
    const file = text === '' ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 1 });
    zip.add(file);
    for (const piece of typeof text === 'string' ? [text] : text) {
      file.push(Buffer.from(piece));
      if (out.writableNeedDrain) await once(out, 'drain');
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  await once(out, 'close');
}

/** Texts one behind the other. */
export function* joined(...texts: readonly Text[]): Iterable<string> {
  for (const text of texts) yield* typeof text === 'string' ? [text] : text;
}
