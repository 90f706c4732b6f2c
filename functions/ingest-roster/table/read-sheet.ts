import { type NumberFormat, patternDigits, serialDate } from './number-format.ts';
import type { Workbook } from './open-workbook.ts';
import { isTrue } from './open-workbook.ts';
import type { Attributes, XmlHandler } from './read-xml.ts';
import { CellText, MAX_CELL, type SharedTexts, unescaped } from './shared-texts.ts';
import { columnLetters } from './sheet-places.ts';
import { SAVE_ANEW, Unreadable } from './unreadable.ts';

/** A row of a sheet that isn't empty. */
export interface SheetRow {
  readonly row: number;
  /** Up to the last one that isn't empty. */
  readonly cells: readonly string[];
  readonly isHidden: boolean;
}

/** As many as Excel has. */
const MAX_ROW = 1_048_576;
/** No roster is wider: a cell further out is a stray one. */
const MAX_COLUMNS = 500;

/** What cells refer to. */
interface SheetContext extends Pick<Workbook, 'from1904' | 'formats'> {
  readonly texts: SharedTexts;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly format: NumberFormat | undefined;
  /** The text within the cell; others have a value. */
  readonly text: CellText | null;
  value: string | null;
  hasFormula: boolean;
}

/**
 * Hears the elements of a sheet and gives its rows, one by one: nothing is built for cells that aren't there, however
 * far out a stray one is.
 */
export class SheetReader implements XmlHandler {
  done = false;
  readonly #context: SheetContext;
  readonly #onRow: (row: SheetRow) => boolean;
  #row = 0;
  #column = 0;
  #cells: string[] = [];
  #isHidden = false;
  #cell: Cell | null = null;
  #inValue = false;

  /** @param onRow Takes a row that isn't empty. @returns whether it wants another one. */
  constructor(context: SheetContext, onRow: (row: SheetRow) => boolean) {
    this.#context = context;
    this.#onRow = onRow;
  }

  open(name: string, attributes: () => Attributes): void {
    if (name === 'row') this.#openRow(attributes());
    else if (name === 'c') this.#openCell(attributes());
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f' && this.#cell) this.#cell.hasFormula = true;
    else this.#cell?.text?.open(name);
  }

  text(text: string): void {
    if (!this.#cell) return;
    if (!this.#inValue) this.#cell.text?.text(text);
    else if ((this.#cell.value?.length ?? 0) <= MAX_CELL) {
      this.#cell.value = (this.#cell.value ?? '') + text.slice(0, MAX_CELL + 1);
    }
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.done = true;
    else this.#cell?.text?.close(name);
  }

  #openRow({ r, hidden }: Attributes): void {
    // Where rows and cells don't say where they are, each follows the previous one.
    const row = r === undefined ? this.#row + 1 : Number(r);
    if (!(Number.isInteger(row) && row > this.#row)) throw outOfOrder(`row ${this.#row + 1}`);
    if (row > MAX_ROW) throw stray(`row ${row}`, 'below the last row that Excel has');
    this.#row = row;
    this.#column = 0;
    this.#cells = [];
    this.#isHidden = isTrue(hidden);
  }

  #openCell({ r, s, t = 'n' }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : columnOf(r);
    if (!(column > this.#column)) throw outOfOrder(`row ${this.#row}, column ${this.#column + 1}`);
    this.#column = column;
    const format = this.#context.formats[Number(s ?? 0)];
    this.#cell = {
      column,
      type: t,
      format,
      text: t === 'inlineStr' ? new CellText() : null,
      value: null,
      hasFormula: false,
    };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#inValue = false;
    const text = cell && this.#textOf(cell);
    if (!cell || !text) return;
    if (cell.column > MAX_COLUMNS)
      throw stray(`cell ${columnLetters(cell.column)}${this.#row}`, 'far to the right of any roster');
    while (this.#cells.length < cell.column - 1) this.#cells.push('');
    this.#cells.push(text);
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.done = !this.#onRow({ row: this.#row, cells: this.#cells, isHidden: this.#isHidden });
  }

  #textOf({ column, type, value, text, format, hasFormula }: Cell): string {
    if (text) return text.value;
    // Without its result, a formula would pass for a blank cell.
    if (value === null || value === '') return hasFormula && type !== 'str' ? '#CALC!' : '';
    if (type === 'b') return isTrue(value) ? 'TRUE' : 'FALSE';
    if (type === 'n') return numberText(value, { format, from1904: this.#context.from1904 });
    if (type !== 's') return unescaped(value);
    const shared = /^\d+$/.test(value) ? this.#context.texts.at(Number(value)) : null;
    if (shared === null) {
      throw new Unreadable(
        `a workbook whose cell in row ${this.#row}, column ${column} can't be read`,
        SAVE_ANEW,
      );
    }
    return shared;
  }
}

function outOfOrder(where: string): Unreadable {
  return new Unreadable(`a workbook whose cells are out of order in ${where}`, SAVE_ANEW);
}

function stray(what: string, where: string): Unreadable {
  const advice = 'delete what is in it, save the workbook, and upload it again';
  return new Unreadable(`a workbook with a stray ${what}, ${where}`, advice);
}

/** The column of a reference, from 1: 28 for `AB7`. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const letter = character.toUpperCase().charCodeAt(0) - 64;
    if (!(letter >= 1 && letter <= 26) || column > MAX_ROW) break;
    column = 26 * column + letter;
  }
  return column;
}

/** Excel keeps 15 digits of a number: of a longer one, the last are lost. */
const EXACT = 1e15;

/** A number as the spreadsheet shows it, where that is a date or has zeros in front; else with all its digits. */
function numberText(
  value: string,
  { format, from1904 }: { format: NumberFormat | undefined; from1904: boolean },
): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (format?.shows === 'date') return serialDate(number, { from1904 }) ?? value;
  if (!Number.isInteger(number)) return value;
  if (Math.abs(number) >= EXACT) return number.toExponential().toUpperCase();
  return format?.shows === 'digits' && number >= 0 ? patternDigits(number, format.pattern) : String(number);
}
