import type { Temporal } from 'temporal-polyfill';
import { compactInstant, type UploadKind } from './upload.ts';

/** Where a file goes, `inbox/roster/<id>/<name>`, and which page shows it, `/roster/uploads/roster/<id>/<name>`. */
export interface UploadPlace {
  readonly kind: UploadKind;
  /** `20180724T120000Z-1a2b3c4d`: when the form was signed, and a random part. */
  readonly id: string;
  /** Of the file, cleaned. */
  readonly name: string;
}

/** A form that brings one file to one place. */
export interface SignedForm {
  readonly url: string;
  /** Hidden fields; the file comes after them. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A million filers are some 200 MB. */
export const MAX_UPLOAD_BYTES = 300 * 1024 * 1024;
/** How long a form may be used. */
export const FORM_MINUTES = 15;

const KIND = /^(roster|update)$/;
const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/;
const NAME_LENGTH = 80;

/** A new place. @param options `random`: eight hexadecimal digits, so that no two places are the same. */
export function newPlace(
  { kind, fileName }: { kind: UploadKind; fileName: string },
  { now, random }: { now: Temporal.Instant; random: string },
): UploadPlace {
  return { kind, id: `${compactInstant(now.toString())}-${random}`, name: cleanName(fileName, kind) };
}

/** The name of a file that corrects one filer's row; the console writes it. */
export const CORRECTION_FILE = 'correction.csv';

/** Whether an upload corrects one filer's row. */
export function isCorrection(key: string): boolean {
  return /^inbox\/update\/\d{8}T\d{6}Z-[0-9a-f]{8}\/correction\.csv$/.test(key);
}

/** A file's name made of letters, digits, `.`, `_` and `-`, with its ending; `roster` when nothing is left of it. */
export function cleanName(fileName: string, kind: UploadKind): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '_')
    .replaceAll(/\.{2,}/g, '.')
    .replace(/^[._-]+/, '');
  if (plain.length <= NAME_LENGTH) return NAME.test(plain) ? plain : kind;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  return plain.slice(0, NAME_LENGTH - ending.length) + ending;
}

/** The object's key in the inbox bucket. */
export function keyOf({ kind, id, name }: UploadPlace): string {
  return `inbox/${kind}/${id}/${name}`;
}

/** The path of the page that shows what happened to the upload. */
export function pathOf({ kind, id, name }: UploadPlace): string {
  return `/roster/uploads/${kind}/${id}/${name}`;
}

/** The place that parts of a path name; `null`: they aren't a place of ours. They come from the address bar. */
export function placeOf({
  kind,
  id,
  name,
}: Readonly<Record<string, string | undefined>>): UploadPlace | null {
  if (!kind || !id || !name || !KIND.test(kind) || !ID.test(id) || !NAME.test(name)) return null;
  return { kind: kind as UploadKind, id, name };
}

/** The path of an upload's page by its key; the roster's page for a file that didn't come from the console. */
export function pagePathOf(key: string): string {
  const [, kind, id, name, ...more] = key.split('/');
  const place = more.length === 0 ? placeOf({ kind, id, name }) : null;
  return place ? pathOf(place) : '/roster';
}

/** When the form was signed: instant, ISO 8601 in UTC. */
export function signedAt({ id }: Pick<UploadPlace, 'id'>): string {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/.exec(id) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** The file name in a key. */
export function fileNameOf(key: string): string {
  return key.split('/').at(-1) ?? key;
}
