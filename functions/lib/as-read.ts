import { clean } from './clean.ts';

/** A text as its reader sees it: cleaned as emails clean it, without what is invisible, in plain letters and digits. */
export function asRead(text: string): string {
  return clean(text)
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC');
}
