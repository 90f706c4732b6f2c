import { BLANK, type Filer } from '../domain/filer/filer.ts';

type StoredFiler = Record<string, unknown>;

/** A filer as it is stored: without what is unknown anyway. Writing and reading a million costs half as much. */
export function storedFiler(filer: Filer): StoredFiler {
  const blank = BLANK as StoredFiler;
  const known = Object.entries(filer).filter(([fact, value]) => {
    return Array.isArray(value) ? value.length > 0 : value !== blank[fact];
  });
  return Object.fromEntries(known);
}

/** The filer of what is stored. */
export function filerOfStored(stored: StoredFiler): Filer {
  return { ...BLANK, ...stored } as Filer;
}
