import { type NumberFormat, numberFormat } from './number-format.ts';
import type { Archive } from './open-zip.ts';
import { type Attributes, readXml } from './read-xml.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its file in the archive. */
  readonly path: string;
}

/** What a workbook says of itself, before any sheet is read. */
export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
  /** Days count from 1904, as in workbooks of old Macs. */
  readonly from1904: boolean;
  /** How numbers are shown, by the style of their cell. */
  readonly formats: readonly NumberFormat[];
  /** The file of the texts that cells share; `null` without one. */
  readonly texts: string | null;
}

const WORKBOOK = 'xl/workbook.xml';
/** More is no workbook that a person made. */
const MAX_ELEMENTS = 200_000;

/** Reads what a workbook says of itself; `null` when the archive is no workbook. */
export async function openWorkbook(archive: Archive): Promise<Workbook | null> {
  const root = (await partsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.path;
  const path = root?.startsWith('xl/') && root.endsWith('.xml') ? root : WORKBOOK;
  if (!archive.names.includes(path.toLowerCase())) return null;
  const parts = await partsOf(archive, path);
  const partsById = new Map(parts.map((part) => [part.id, part]));
  const found = await contentsOf(archive, path);
  const sheets = found.sheets.flatMap(({ name = '', state, id }) => {
    const part = id === undefined ? undefined : partsById.get(id);
    // Charts and dialogs are sheets, too; they have no rows.
    if (part?.type !== 'worksheet') return [];
    return [{ name, path: part.path, isHidden: state === 'hidden' || state === 'veryHidden' }];
  });
  const pathOf = (type: string) => parts.find((part) => part.type === type)?.path ?? null;
  const styles = pathOf('styles');
  return {
    sheets,
    from1904: found.from1904,
    formats: styles ? await formatsOf(archive, styles) : [],
    texts: pathOf('sharedStrings'),
  };
}

interface Part {
  readonly id: string;
  /** The last word of its type's address: `worksheet`. */
  readonly type: string;
  readonly path: string;
}

/** The files that a file of the archive refers to. */
async function partsOf(archive: Archive, path: string): Promise<Part[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const found = await elementsOf(archive, `${folder}_rels/${path.slice(folder.length)}.rels`);
  return found.flatMap(({ name, attributes: { Id = '', Type = '', Target = '' } }) => {
    if (name !== 'Relationship') return [];
    const url = new URL(Target.replaceAll('\\', '/'), `zip:///${folder}`);
    return [{ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: decodeURI(url.pathname).slice(1) }];
  });
}

async function contentsOf(
  archive: Archive,
  path: string,
): Promise<{ sheets: Attributes[]; from1904: boolean }> {
  const found = await elementsOf(archive, path);
  const settings = found.find(({ name }) => name === 'workbookPr')?.attributes;
  return {
    sheets: found.filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes),
    from1904: isTrue(settings?.date1904),
  };
}

async function formatsOf(archive: Archive, path: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellStyles = false;
  for (const { name, attributes } of await elementsOf(archive, path)) {
    if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'cellStyles')
      inCellStyles = name === 'cellXfs';
    if (name === 'xf' && inCellStyles) styles.push(Number(attributes.numFmtId ?? 0));
  }
  const known = new Map<number, NumberFormat>();
  return styles.map((id) => {
    const format = known.get(id) ?? numberFormat(id, codes.get(id) ?? null);
    known.set(id, format);
    return format;
  });
}

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
}

/** All elements of a small file, with their attributes; none when there is no such file. */
async function elementsOf(archive: Archive, path: string): Promise<Element[]> {
  const elements: Element[] = [];
  await readXml(archive.read(path), {
    open: (name, attributes) => {
      if (elements.length >= MAX_ELEMENTS) {
        throw new Error(`Cannot open the workbook because it must have fewer than ${MAX_ELEMENTS} elements`);
      }
      elements.push({ name, attributes: attributes() });
    },
  });
  return elements;
}

/** How XML writes yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
