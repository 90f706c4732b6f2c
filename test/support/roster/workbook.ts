import { type Zippable, zipSync } from 'fflate';

/** What is in a workbook that a test makes by hand. Each part is XML. */
export interface WorkbookParts {
  /** Sheets by name: what is in `sheetData`, or the whole file when it begins with `<?`. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** Attributes of a sheet by its name: `state="hidden"`. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What is in `styleSheet`. */
  readonly styles?: string;
  /** Texts that cells share, or what is in `sst`. */
  readonly texts?: readonly string[] | string;
  /** Attributes of `workbookPr`. */
  readonly settings?: string;
  /** Further files, or others in place of those above. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** @default 6 */
  readonly level?: 0 | 6;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REFERENCES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as its bytes. */
export function workbook(parts: WorkbookParts): Uint8Array {
  const {
    sheets = {},
    attributes = {},
    styles = '',
    texts = [],
    settings = '',
    files = {},
    level = 6,
  } = parts;
  const names = Object.keys(sheets);
  const tags = names.map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" ${attributes[name] ?? ''} r:id="rId${index + 1}"/>`,
  );
  const shared = typeof texts === 'string' ? texts : texts.map((text) => `<si><t>${text}</t></si>`).join('');
  const all: Record<string, string | Uint8Array> = {
    '_rels/.rels': references([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REFERENCES}"><workbookPr ${settings}/><sheets>${tags.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': references([
      ...names.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${shared}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetFile(xml)]),
    ),
    ...files,
  };
  const zippable: Zippable = {};
  for (const [name, file] of Object.entries(all)) {
    zippable[name] = typeof file === 'string' ? Buffer.from(file) : file;
  }
  return zipSync(zippable, { level });
}

function sheetFile(xml: string): string {
  return xml.startsWith('<?') ? xml : `<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`;
}

function references(parts: readonly (readonly [string, string])[]): string {
  const tags = parts.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${REFERENCES}/${type}" Target="${target}"/>`,
  );
  return `<Relationships>${tags.join('')}</Relationships>`;
}

/** A row of texts, where each cell says where it is. */
export function textRow(row: number, texts: readonly string[], attributes = ''): string {
  const cells = texts.map((text, index) =>
    text === ''
      ? ''
      : `<c r="${columnLetters(index)}${row}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  );
  return `<row r="${row}" ${attributes}>${cells.join('')}</row>`;
}

/** A row of raw cells, none of which says where it is. */
export function rawRow(...cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`;
}

/** Text as XML has it; what it can't hold, as workbooks do. */
export function escaped(text: string): string {
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F_$&')
    .replace(/_x005F__x/g, '_x005F_x')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, (character) => {
      return `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`;
    })
    .replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function columnLetters(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
}

/** Cells of a row that names the columns which every roster needs. */
export const HEADER = ['cmecf_user_id', 'last_name', 'email'];
