import * as z from 'zod';
import { type CorrectionResult, correctFiler } from '../../../commands/correct-filer.ts';
import { cellsOf } from '../../../commands/correction-file.ts';
import { personActor } from '../../../domain/actor.ts';
import type { Filer } from '../../../domain/filer/filer.ts';
import { stateOf } from '../../../domain/filer/rules.ts';
import type { ColumnName } from '../../../ingest-roster/row/columns.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { type FormValues, readForm } from '../../http/form.ts';
import { returnForm } from '../../http/kept-form.ts';
import { notFound } from '../../http/refusal.ts';
import { redirectTo, renderPage } from '../../http/show.ts';
import { whySchema } from '../../http/why.ts';
import { requirePermission } from '../../people/guard.ts';
import { problemName } from '../../roster/roster-labels.ts';
import type { ConsoleServices } from '../../services.ts';
import { boxName, chosenIn } from '../../ui/checkboxes.tsx';
import { nameOf } from '../../ui/send-table.tsx';
import { idOf } from '../filer-id.ts';
import { pivotDateOf } from '../filers.ts';
import { CORRECTABLE } from './correct-fields.ts';
import { correctPage } from './correct-page.tsx';
import { registerCorrection } from './correction.ts';

const cell = z.string().trim().max(1000, 'Use at most 1,000 characters.').optional();
/** Columns of which any words may be chosen, each with a box. */
const MANY = CORRECTABLE.flatMap(({ column, options = [], isMany }) =>
  isMany ? [{ name: column, values: options.map(({ value }) => value) }] : [],
);
const BOXES = MANY.flatMap(({ name, values }) => values.map((value) => boxName(name, value)));
const formSchema = z.strictObject({
  ...(Object.fromEntries(CORRECTABLE.map(({ column }) => [column, cell])) as Record<string, typeof cell>),
  ...Object.fromEntries(BOXES.map((name) => [name, z.literal('yes').optional()])),
  why: whySchema,
  sure: z.literal('yes').optional(),
});

/** Correcting one filer's row without an upload. */
export function registerCorrect(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id/correct', requirePermission('edit'), (c) => showForm(c, services));
  app.post('/filers/:id/correct', requirePermission('edit'), (c) => correct(c, services));
  registerCorrection(app, services);
}

async function showForm(c: PageContext, services: ConsoleServices): Promise<Response> {
  const filer = await activeFiler(c, services);
  const state = stateOf(filer, pivotDateOf(c));
  const view = {
    filer,
    name: nameOf(filer) ?? filer.filerId,
    state,
    cells: cellsOf(filer),
    person: c.var.person,
  };
  return renderPage(c, correctPage(view), services);
}

async function activeFiler(c: PageContext, { roster }: Pick<ConsoleServices, 'roster'>): Promise<Filer> {
  const filerId = idOf(c);
  const { version } = await roster.active();
  const filer = version === null ? null : (await roster.filersById(version, [filerId])).get(filerId);
  if (!filer) throw notFound('This filer');
  return filer;
}

async function correct(c: PageContext, services: ConsoleServices): Promise<Response> {
  const { plan, person, requestId } = c.var;
  const filerId = idOf(c);
  const page = `/filers/${filerId}/correct`;
  const form = await readForm(c, formSchema);
  if (!form.ok) return returnForm(c, form, { services, page });
  if (!plan) throw notFound('The launch plan');
  const { why, sure, ...sent } = form.value as Record<string, string | undefined>;
  const typed = { ...sent, ...Object.fromEntries(MANY.map((many) => [many.name, chosenIn(sent, many)])) };
  const given = entriesOf(typed).filter(([name]) => !BOXES.includes(name));
  const command = {
    filerId,
    by: personActor(person),
    why: why!,
    cells: new Map(given as [ColumnName, string][]),
    isSure: sure === 'yes',
  };
  const result = await correctFiler(command, { plan, services, requestId });
  if (result.done) return redirectTo(c, `/filers/${filerId}/corrections/${result.upload}`, services);
  const problems = problemsOf(result);
  if (!problems) throw notFound('This filer');
  const values: FormValues = { ...Object.fromEntries(entriesOf(sent)), why: why!, ...(sure && { sure }) };
  return returnForm(c, { values, problems }, { services, page });
}

/** What a form said, without the fields that it didn't have. */
function entriesOf(values: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** What was wrong, by field; `null`: there is no such filer. */
function problemsOf(result: Exclude<CorrectionResult, { done: true }>): FormValues | null {
  switch (result.reason) {
    case 'no-such-filer':
      return null;
    case 'unchanged':
      return { email: 'Nothing is different from the roster. Change at least one field.' };
    case 'refused':
      return { email: `${result.refused}.` };
    case 'problems': {
      const { problems, isWarned } = result;
      const fields = problems.map(({ column, code, expected }) => {
        const message = `${problemName(code)}. Expected: ${expected}.`;
        return [column ?? 'email', message] as const;
      });
      const sure = 'Check the values below. If they are right, check this box and save again.';
      return Object.fromEntries([...fields.toReversed(), ...(isWarned ? [['sure', sure] as const] : [])]);
    }
  }
}
