import type { State } from '../../../domain/filer/state.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { EmailInput } from '../../../email/email-input.ts';
import { letterOf } from '../../../email/letter.ts';
import { sampleEmails } from '../../../email/sample-emails.ts';
import type { ConsoleApp, PageContext } from '../../http/context.ts';
import { notFound } from '../../http/refusal.ts';
import { renderDocument, renderPage } from '../../http/show.ts';
import { requirePermission } from '../../people/guard.ts';
import type { ConsoleServices } from '../../services.ts';
import { openDraft } from './draft-form.ts';
import { checkDraft } from './draft-problems.ts';
import { sampleEmailPage } from './sample-email-page.tsx';

/** Emails as a draft would have them, one of each kind for each state of a filer. */
export function registerSampleEmails(app: ConsoleApp, services: ConsoleServices): void {
  const edit = requirePermission('edit');
  app.get('/plan/draft/emails/:kind', edit, async (c) => {
    const { samples, sample } = await loadSample(c, services);
    const { subject, text } = letterOf(sample);
    const page = sampleEmailPage({
      kind: sample.kind,
      states: samples.map(({ state }) => state.state),
      state: sample.state.state,
      reason: sample.state.reason,
      subject,
      text,
    });
    return renderPage(c, page, services);
  });
  app.get('/plan/draft/emails/:kind/html', edit, async (c) => {
    const { sample } = await loadSample(c, services);
    return renderDocument(c, letterOf(sample).html);
  });
}

interface Sample {
  /** One for each state that the kind emails. */
  readonly samples: readonly EmailInput[];
  /** The one that was asked for. */
  readonly sample: EmailInput;
}

async function loadSample(c: PageContext, services: ConsoleServices): Promise<Sample> {
  const { plan } = await openDraft(services);
  const { result } = checkDraft(plan, { ...services.deployed, before: c.var.plan?.plan ?? null });
  const samples = result.ok ? samplesOf(result.plan, c.req.param('kind')!) : [];
  const asked = c.req.query('state');
  const sample = samples.find(({ state }) => state.state === asked) ?? samples[0];
  if (!sample) throw notFound('This email');
  return { samples, sample };
}

function samplesOf(plan: Plan, kind: string): EmailInput[] {
  const byState = new Map<State, EmailInput>();
  for (const input of sampleEmails(plan)) {
    if (input.kind === kind && !byState.has(input.state.state)) byState.set(input.state.state, input);
  }
  return [...byState.values()];
}
