import { type Filer, USER_TYPES, type UserType } from '../filer/filer.ts';
import { stateOf } from '../filer/rules.ts';
import { STATE_WORDS, type State } from '../filer/state.ts';
import { folded } from './search-words.ts';

/** How all filers of a roster version may be sorted; those alike are sorted by name. */
export const LIST_SORTS = ['name', 'firm', 'type', 'state'] as const;
/** One of {@link LIST_SORTS}. */
export type ListSort = (typeof LIST_SORTS)[number];

/** A list that the index of a version has: all filers in an order, or some by name. */
export type FilerList =
  | { readonly sort: ListSort }
  | { readonly state: State; readonly userType?: UserType | undefined }
  | { readonly userType: UserType }
  | { readonly reach: 'no-address' };

/** Between a list's key and the names in it. It comes before all letters, so that `Li` is before `Lindsay`. */
const NAMES = '\u0001';
/** Letters beyond these are left out: filers whose names differ only there are in the order of their ids. */
const MAX_LETTERS = 64;

/** States as charts have them. */
const STATE_ORDER = Object.keys(STATE_WORDS);
/** Names the order of states and user types. Lists that were made with another one can't be used. */
export const LIST_ORDER = [...STATE_ORDER, ...USER_TYPES].join(' ');

/** A filer's place by name, last name first. It ends with the filer's id. */
export function namePlaceOf({ lastName, firstName, middleName, filerId }: Filer): string {
  const name = [lastName, firstName, middleName].filter(Boolean).join(' ');
  return `${lettersOf(name)}\t${filerId}`;
}

const ID_LENGTH = 16;

/** The id in a place. */
export function idIn(place: string): string {
  const tab = place.indexOf('\t');
  return place.slice(tab + 1, tab + 1 + ID_LENGTH);
}

/** The mark of a mailbox when there is no key yet by which to make one. */
export const NO_MARK = '?';

/**
 * What a line of a list says of its filer, by which lists are filtered without reading filers. Each is read when it is
 * asked for: a filter looks at a hundred thousand lines.
 */
export class ListMarks {
  readonly #line: string;

  constructor(line: string) {
    this.#line = line;
  }

  get filerId(): string {
    return idIn(this.#line);
  }

  get state(): State {
    const at = this.#line.lastIndexOf('\t') + 1;
    return STATE_ORDER[Number(this.#line.slice(at, at + 2))] as State;
  }

  get userType(): UserType {
    const at = this.#line.lastIndexOf('\t') + 3;
    return USER_TYPES[Number(this.#line.slice(at, at + 2))]!;
  }

  /** '' without an address; {@link NO_MARK}: not known. Filers of the same mailbox have the same, and few others do. */
  get mailbox(): string {
    return this.#line.slice(this.#line.lastIndexOf('\t') + 5);
  }
}

/**
 * A filer's lines in all lists that they are in: their places there, and their marks.
 * @param options `pivotDate`: the day on which states depend; `markOf`: the mark of an address's mailbox
 */
export function listLinesOf(
  filer: Filer,
  { pivotDate, markOf }: { pivotDate: string | null; markOf: (address: string) => string },
): string[] {
  const { state } = stateOf(filer, pivotDate);
  const mailbox = filer.email === null ? '' : markOf(filer.email);
  const marks = `${rankIn(STATE_ORDER, state)}${rankIn(USER_TYPES, filer.userType)}${mailbox}`;
  return listPlacesOf(filer, pivotDate).map((place) => `${place}\t${marks}`);
}

/** A filer's places in all lists that they are in. @param pivotDate the day on which states depend */
export function listPlacesOf(filer: Filer, pivotDate: string | null): string[] {
  const { state } = stateOf(filer, pivotDate);
  const { userType } = filer;
  const keys = [
    'n',
    firmKey(filer),
    typeKey(userType),
    stateKey(state),
    bothKey(state, userType),
    ...(filer.email === null ? ['e'] : []),
  ];
  const name = namePlaceOf(filer);
  return keys.map((key) => `${key}${NAMES}${name}`);
}

/** How all places of a list begin. */
export function listStart(list: FilerList): string {
  if ('sort' in list) return SORT_STARTS[list.sort];
  if ('reach' in list) return `e${NAMES}`;
  if (!('state' in list)) return `${typeKey(list.userType)}${NAMES}`;
  return `${list.userType ? bothKey(list.state, list.userType) : stateKey(list.state)}${NAMES}`;
}

const SORT_STARTS: Readonly<Record<ListSort, string>> = { name: 'n', firm: 'f', type: 't', state: 's' };

/** Filers without a firm come last. */
function firmKey({ firm }: Filer): string {
  return firm ? `f0${lettersOf(firm)}` : 'f1';
}

function typeKey(userType: UserType): string {
  return `t${rankIn(USER_TYPES, userType)}`;
}

function stateKey(state: State): string {
  return `s${rankIn(STATE_ORDER, state)}`;
}

function bothKey(state: State, userType: UserType): string {
  return `b${rankIn(STATE_ORDER, state)}${rankIn(USER_TYPES, userType)}`;
}

function rankIn(order: readonly string[], one: string): string {
  return String(order.indexOf(one)).padStart(2, '0');
}

/** Tabs, ends of lines and marks are the index's own. Half a character isn't text, so a file couldn't hold it. */
function lettersOf(text: string): string {
  return folded(text)
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .slice(0, MAX_LETTERS)
    .replace(/[\uD800-\uDBFF]$/, '');
}
