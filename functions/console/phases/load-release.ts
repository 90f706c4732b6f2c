import { Temporal } from 'temporal-polyfill';
import { actorLabel, personIds } from '../../domain/actor.ts';
import type { State } from '../../domain/filer/state.ts';
import type { CurrentPlan } from '../../domain/plan/stored-plan.ts';
import type { PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import type { ConsoleServices } from '../services.ts';
import type { PhaseView } from './phase-view.ts';
import {
  composePreview,
  countsOf,
  mailedStates,
  type PreviewBasis,
  previewBasis,
  recipientInState,
} from './preview-email.ts';
import type { ReleaseBasis, ReleaseView, Upload } from './release-page.tsx';

interface LoadOptions {
  /** The phase as its page shows it. */
  readonly view: PhaseView;
  readonly services: ConsoleServices;
}

/** Loads what a clerk must know before releasing a phase. */
export async function loadRelease(c: PageContext, { view, services }: LoadOptions): Promise<ReleaseView> {
  const { phase } = view;
  const current = c.var.plan;
  if (!current) throw notFound('This phase');
  const preview = await previewBasis(phase, { current, runs: await services.runs.runs(), services });
  return {
    ...view,
    ...(await loadEmails(preview, { view, services })),
    basis: await loadBasis(c, { view, services }),
    startsAhead: Temporal.Instant.compare(phase.at, c.var.now) > 0,
    uploads: await loadUploads(current, services),
  };
}

/** Loads what a release is based on. It is in the form, so that a change meanwhile is seen. */
export async function loadBasis(
  c: PageContext,
  { view: { phase }, services }: { view: PhaseView; services: Pick<ConsoleServices, 'roster'> },
): Promise<ReleaseBasis> {
  const active = await services.roster.activeVersion();
  return {
    plan: c.var.plan?.version ?? '',
    roster: active?.version ?? '',
    turn: String(phase.currentRun.runNumber),
    revision: String(phase.oneOff?.revision ?? ''),
  };
}

async function loadUploads(
  current: CurrentPlan,
  services: Pick<ConsoleServices, 'roster' | 'sessions'>,
): Promise<Upload[]> {
  const active = await services.roster.activeVersion();
  const uploads = [{ what: 'Launch plan', ...current }, ...(active ? [{ what: 'Roster', ...active }] : [])];
  const names = await services.sessions.names(personIds(uploads));
  return uploads.map(({ what, uploadedAt, by }) => ({ what, at: uploadedAt, by: actorLabel(by, names) }));
}

/** The subject for each state that occurs, and the first email whole. */
async function loadEmails(
  basis: PreviewBasis,
  { view, services }: LoadOptions,
): Promise<Pick<ReleaseView, 'subjects' | 'first'>> {
  const counts = await countsOf(basis, services);
  const occurring = mailedStates(basis, counts).filter(
    (state) => view.audience.kind === 'told' || counts[state]?.reachable,
  );
  const emails: { state: State; subject: string; text: string }[] = [];
  for (const state of occurring) {
    const recipient = await recipientInState(state, basis, { counts, services });
    if (recipient) emails.push({ state, ...(await composePreview(recipient, basis)) });
  }
  return { subjects: emails.map(({ state, subject }) => ({ state, subject })), first: emails[0] ?? null };
}
