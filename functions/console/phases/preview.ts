import { z } from 'zod';
import { STATES } from '../../domain/filer/state.ts';
import type { StateCounts } from '../../domain/filer/state-counts.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { formValues } from '../http/form.ts';
import { notFound } from '../http/refusal.ts';
import { redirectTo, renderDocument, renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { linkTo } from '../ui/link-to.ts';
import { phaseOf } from './phase.ts';
import { type PreviewView, previewPage } from './preview-page.ts';
import {
  composeSample,
  mailedStates,
  type Sample,
  type SampleBasis,
  sampleBasis,
  sampleById,
  sampleInState,
} from './sample-email.ts';
import { sendTest } from './send-test.ts';

const askedSchema = z.object({
  filer: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional()
    .catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
});

/** The emails of a phase, to look at and to send to oneself. */
export function registerPreview(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/phases/:id/preview', async (c) => {
    const { basis, counts, asked, sample } = await loadSample(c, { services, query: c.req.query() });
    const email = sample && (await composeSample(sample, basis));
    const states = mailedStates(basis, counts).map((state) => ({
      state,
      occurs: Boolean(counts[state]?.reachable),
    }));
    const { person } = c.var;
    return renderPage(c, previewPage({ phase: basis.phase, person, states, asked, sample, email }), services);
  });

  app.get('/phases/:id/preview/html', async (c) => {
    const { basis, sample } = await loadSample(c, { services, query: c.req.query() });
    if (!sample) throw notFound('This filer');
    const { html } = await composeSample(sample, basis);
    return renderDocument(c, html);
  });

  app.post('/phases/:id/test', async (c) => {
    const { basis, asked, sample } = await loadSample(c, { services, query: await formValues(c) });
    if (!sample) throw notFound('This filer');
    const { person, requestId, requestedAt } = c.var;
    const { done, message } = await sendTest(sample, { basis, person, services, requestId, requestedAt });
    const notice = done
      ? ({ kind: 'success', title: 'The test is sent', text: message } as const)
      : ({ kind: 'error', title: 'No test was sent', text: message } as const);
    return redirectTo(c, linkTo(`/phases/${basis.phase.id}/preview`, asked), { ...services, notice });
  });
}

interface LoadedSample {
  readonly basis: SampleBasis;
  readonly counts: StateCounts;
  readonly asked: PreviewView['asked'];
  readonly sample: Sample | null;
}

async function loadSample(
  c: PageContext,
  { services, query }: { services: ConsoleServices; query: Readonly<Record<string, string>> },
): Promise<LoadedSample> {
  const { current, phase, runs } = await phaseOf(c, services);
  const basis = await sampleBasis(phase, { current, runs, services });
  const counts = await countsOf(basis, services);
  const { filer, state } = askedSchema.parse(query);
  if (filer) return { basis, counts, asked: { filer }, sample: await sampleById(filer, basis, services) };
  const shown = state ?? mailedStates(basis, counts)[0];
  if (!shown) return { basis, counts, asked: {}, sample: null };
  const sample = await sampleInState(shown, basis, { counts, services });
  return { basis, counts, asked: { state: shown }, sample };
}

/** Counted for another day of go-live, or not yet, it is good enough: it only says whom to show. */
export async function countsOf(
  { rosterVersion }: SampleBasis,
  { readiness }: Pick<ConsoleServices, 'readiness'>,
): Promise<StateCounts> {
  return (rosterVersion && (await readiness.of(rosterVersion))?.byState) || {};
}
