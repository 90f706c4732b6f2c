import { type Html, html } from '../../lib/html.ts';
import type { PersonToSee } from './people.ts';
import type { LaunchRecord } from './read.ts';
import { capitalized } from './words.ts';

/** Whom the clerk should call, or whose entry in the roster is to be settled. */
export function peopleSection(people: readonly PersonToSee[], { lines }: LaunchRecord): Html {
  const last = lines.at(-1)?.run.phaseId;
  return html`<section aria-labelledby="people">
<h2 id="people">Left for the clerk</h2>
${people.length === 0 ? html`<p>The last phase reached everybody whom it was for.</p>` : table(people, last ?? '')}
</section>`;
}

function table(people: readonly PersonToSee[], last: string): Html {
  return html`<p>The last phase, ${last}, was for these filers too, and email did not reach them. Some need a call; of the others the
entry in the roster is to be settled.</p>
<div class="scroll" role="region" aria-label="Filers whom email did not reach" tabindex="0"><table>
<thead><tr><th scope="col">Name</th><th scope="col">CM/ECF user id</th><th scope="col">Phone</th><th scope="col">Email</th><th scope="col">Why</th></tr></thead>
<tbody>${people.map(
    ({ name, userId, phone, email, what }) =>
      html`<tr><th scope="row">${name}</th><td>${userId}</td><td class="when">${phone || '–'}</td><td>${email || '–'}</td><td>${capitalized(what)}</td></tr>`,
  )}</tbody></table></div>`;
}
