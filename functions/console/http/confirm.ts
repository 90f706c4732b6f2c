import * as z from 'zod';

/** What people type to confirm what can't be taken back: the verb of the button, so that they see it. */
export type ConfirmWord = 'approve' | 'cancel' | 'erase' | 'postpone' | 'release';

/** What a field that asks for the word says. */
export function confirmLabel(word: ConfirmWord): string {
  return `Type “${word}” to confirm`;
}

/** The field of a form that has the word, in any case. @param nothing What wasn't done without it: `Nothing was erased.` */
export function confirmSchema(word: ConfirmWord, nothing: string) {
  const problem = `${confirmLabel(word)}. ${nothing}`;
  return z.string(problem).trim().toLowerCase().pipe(z.literal(word, problem));
}
