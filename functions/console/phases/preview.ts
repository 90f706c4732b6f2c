import type { StateCounts } from '../../domain/filer/state-counts.ts';
import type { Person } from '../../domain/person.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { doubtfulWording } from '../../domain/plan/wording-dates.ts';
import {
  readTestAddresses,
  suppressedProblem,
  type TestAddresses,
} from '../../domain/send/test-addresses.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { formValues } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderDocument, renderPage } from '../http/show.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import { phaseOf } from './load-phase.ts';
import { askedSchema } from './preview-asked.ts';
import {
  composePreview,
  countsOf,
  earlierOf,
  mailedStates,
  type PreviewBasis,
  previewBasis,
  type Recipient,
  recipientById,
  recipientInState,
} from './preview-email.ts';
import { type PreviewView, previewPage } from './preview-page.tsx';
import { sendTest } from './send-test.ts';

/** The emails of a phase, to look at and to send to oneself and to colleagues. */
export function registerPreview(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/phases/:id/preview', async (c) => {
    const { basis, counts, asked, recipient } = await loadPreview(c, { services, query: c.req.query() });
    const email = recipient && (await composePreview(recipient, basis));
    const states = mailedStates(basis, counts).map((state) => ({
      state,
      occurs: Boolean(counts[state]?.reachable),
    }));
    const { person } = c.var;
    return renderPage(
      c,
      previewPage({
        phase: basis.phase,
        person,
        states,
        asked,
        recipient,
        email,
        after: (recipient && earlierOf(recipient, basis)?.kind) ?? null,
        doubtful: doubtfulWording(basis.plan, null),
        domains: basis.plan.linkDomains,
      }),
      services,
    );
  });

  app.get('/phases/:id/preview/html', async (c) => {
    const { basis, recipient } = await loadPreview(c, { services, query: c.req.query() });
    if (!recipient) throw notFound('This filer');
    const { html } = await composePreview(recipient, basis);
    return renderDocument(c, html);
  });

  app.post('/phases/:id/test', requirePermission('test'), async (c) => {
    const values = await formValues(c);
    const { basis, asked, recipient } = await loadPreview(c, { services, query: values });
    if (!recipient) throw notFound('This filer');
    const { person, requestId, requestedAt } = c.var;
    const page = linkTo(`/phases/${basis.phase.id}/preview`, asked);
    const read = await readAddresses(values.to ?? '', { person, plan: basis.plan, services });
    if (!read.ok) return returnForm(c, { values, problems: { to: read.problem } }, { services, page });
    const { addresses } = read;
    const how = { addresses, basis, person, services, requestId, requestedAt };
    const { done, message } = await sendTest(recipient, how);
    const notice = done
      ? ({ kind: 'success', title: 'Test sent', text: message } as const)
      : ({
          kind: 'error',
          title: addresses.length > 1 ? 'Not every test was sent' : 'The test was not sent',
          text: message,
        } as const);
    return redirectTo(c, page, { ...services, notice });
  });
}

/** Where a test may go: no suppressed address gets one. */
async function readAddresses(
  typed: string,
  { person, plan, services }: { person: Person; plan: Plan; services: ConsoleServices },
): Promise<TestAddresses> {
  const { recipients, suppression } = services;
  const read = readTestAddresses(typed, { own: person.email, domains: plan.linkDomains, recipients });
  if (!read.ok) return read;
  const problem = suppressedProblem(await suppression.suppressed(read.addresses));
  return problem === null ? read : { ok: false, problem };
}

interface LoadedPreview {
  readonly basis: PreviewBasis;
  readonly counts: StateCounts;
  readonly asked: PreviewView['asked'];
  readonly recipient: Recipient | null;
}

async function loadPreview(
  c: PageContext,
  { services, query }: { services: ConsoleServices; query: Readonly<Record<string, string>> },
): Promise<LoadedPreview> {
  const { current, phase, runs } = await phaseOf(c, services);
  const basis = await previewBasis(phase, { current, runs, services });
  const counts = await countsOf(basis, services);
  const { filer, state } = askedSchema.parse(query);
  if (filer)
    return { basis, counts, asked: { filer }, recipient: await recipientById(filer, basis, services) };
  const shown = state ?? mailedStates(basis, counts)[0];
  if (!shown) return { basis, counts, asked: {}, recipient: null };
  const recipient = await recipientInState(shown, basis, { counts, services });
  return { basis, counts, asked: { state: shown }, recipient };
}
