import { clean } from './clean.ts';

/** A text as a reader sees it: cleaned as emails are, without invisible characters, in plain letters and digits. */
export function asRead(text: string): string {
  return clean(text)
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC');
}
