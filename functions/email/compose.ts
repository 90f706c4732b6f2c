import type { ComposedEmail, EmailInput } from './email-input.ts';
import { letterMaker, letterOf, type MakeLetter } from './letter.ts';
import { mime } from './mime.ts';
import type { Renderer } from './render.ts';

/** Makes one filer's email: pure, so the same input gives the same bytes. */
export const composeEmail = composerBy(letterOf);

/** A composer with other templates, such as a launch's own. */
export function composerOf(render: Renderer): (input: EmailInput) => Promise<ComposedEmail> {
  return composerBy(letterMaker(render));
}

function composerBy(makeLetter: MakeLetter): (input: EmailInput) => Promise<ComposedEmail> {
  return async (input) => {
    const letter = makeLetter(input);
    const { subject, html, text } = letter;
    return { subject, html, text, raw: mime(letter) };
  };
}
