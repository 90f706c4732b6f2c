import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { recordRelease } from '../../commands/release-phase.ts';
import type { State } from '../../domain/filer/state.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { type FormReading, type FormValues, readForm } from '../http/form.ts';
import { Refusal } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requireRole } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { loadPhase, phaseOf } from './phase.ts';
import { phaseName } from './phase-name.ts';
import type { PhaseView } from './phase-view.ts';
import { countsOf } from './preview.ts';
import {
  composePreview,
  mailedStates,
  type PreviewBasis,
  previewBasis,
  recipientInState,
} from './preview-email.ts';
import { type RateMeter, rateMeter } from './rate-meter.ts';
import { type ReleaseBasis, type ReleaseView, releasePage } from './release-page.tsx';
import { loadUploaders } from './uploaders.ts';

const schemaOf = (phaseId: string) =>
  z.strictObject({
    plan: z.string(),
    roster: z.string(),
    turn: z.string(),
    why: whySchema,
    // Required: a form without it confirms nothing.
    confirm: z.literal(phaseId, 'Nothing was released: this must be confirmed.'),
  });

/** A person's word that a phase goes out: a full summary first, then a confirmation. */
export function registerRelease(app: ConsoleApp, services: ConsoleServices): void {
  const meter = rateMeter();

  app.get('/phases/:id/release', requireRole('clerk'), async (c) => {
    const view = await loadPhase(c, { services, meter });
    if (!view.canRelease) return nothingToDo(c, { view, services });
    refuseUnlessAllowed(view);
    return renderPage(c, releasePage(await releaseView(c, { view, services })), services);
  });

  app.post('/phases/:id/release', requireRole('clerk'), (c) => release(c, { services, meter }));
}

async function release(
  c: PageContext,
  { services, meter }: { services: ConsoleServices; meter: RateMeter },
): Promise<Response> {
  const view = await loadPhase(c, { services, meter });
  const { phase } = view;
  const form: FormReading<ReleaseBasis & { why: string }> = await readForm(c, schemaOf(phase.id));
  // Somebody clicked twice, or two people at once: it is done already.
  if (!view.canRelease) return nothingToDo(c, { view, services });
  refuseUnlessAllowed(view);
  if (!form.ok) {
    const { problems, values } = form;
    const shown = await releaseView(c, { view, services, problems, values });
    return renderPage(c, releasePage(shown), { ...services, status: 400 });
  }
  const basis = await basisOf(c, view, services);
  const { plan, roster, turn, why } = form.value;
  if (plan !== basis.plan || roster !== basis.roster || turn !== basis.turn) throw changedMeanwhile(phase.id);
  const recorded = await recordRelease(
    { act: 'release', phaseId: phase.id, by: c.var.person.id, why },
    { services, requestId: c.var.requestId },
  );
  // The page was offered a moment ago: the plan or the run is another one by now.
  if (!recorded.ok) throw changedMeanwhile(phase.id);
  const isStarted = recorded.isAhead ? null : await start(recorded.name, services);
  return redirectTo(c, `/phases/${phase.id}`, { ...services, notice: releasedNotice(view, isStarted) });
}

/** @returns whether it is being started; if not, the sweep does it. */
async function start(
  name: Parameters<ConsoleServices['startLater']>[0],
  { startLater, log }: Pick<ConsoleServices, 'startLater' | 'log'>,
): Promise<boolean> {
  try {
    await startLater(name);
    return true;
  } catch (error) {
    log.error('start-later-failed', { phase: name.phaseId, error: (error as Error).name });
    return false;
  }
}

function releasedNotice({ phase }: PhaseView, isStarted: boolean | null): Notice {
  const text =
    isStarted === null
      ? 'It starts by itself at its hour.'
      : isStarted
        ? 'It starts now. This page shows how far it is.'
        : 'It starts within five minutes.';
  return { kind: 'success', title: `${phaseName(phase)} is released`, text };
}

function nothingToDo(
  c: PageContext,
  { view, services }: { view: PhaseView; services: ConsoleServices },
): Response {
  const { releasedBy, phase } = view;
  const text = releasedBy
    ? `It was released by ${releasedBy.name} already.`
    : 'It does not wait for a release. Look below at where it stands.';
  const notice = { kind: 'info', title: 'There is nothing to release', text } as const;
  return redirectTo(c, `/phases/${phase.id}`, { ...services, notice });
}

/** Four eyes: said before the button as well. */
function refuseUnlessAllowed({ notByYou, phase }: PhaseView): void {
  if (!notByYou) return;
  throw new Refusal(403, 'four-eyes', {
    title: `You may not release ${phaseName(phase)}`,
    why: notByYou,
    action: 'Nothing was done. Ask another clerk to look at the summary and release it.',
  });
}

function changedMeanwhile(phaseId: string): Refusal {
  return new Refusal(409, 'changed-meanwhile', {
    title: 'It is not what you looked at any more',
    why: 'The launch plan, the roster in force or the phase changed since you opened the summary. Nothing was released.',
    action: `Open the phase ${phaseId} again, look at the new summary, and release it if it is right.`,
  });
}

async function basisOf(
  c: PageContext,
  { phase }: PhaseView,
  { roster }: Pick<ConsoleServices, 'roster'>,
): Promise<ReleaseBasis> {
  const active = await roster.activeVersion();
  return {
    plan: c.var.plan?.version ?? '',
    roster: active?.version ?? '',
    turn: String(phase.standing.runNumber),
  };
}

async function releaseView(
  c: PageContext,
  {
    view,
    services,
    ...typed
  }: { view: PhaseView; services: ConsoleServices; problems?: FormValues; values?: FormValues },
): Promise<ReleaseView> {
  const { current, phase, runs } = await phaseOf(c, services);
  const basis = await previewBasis(phase, { current, runs, services });
  const { subjects, first } = await lettersOf(basis, { view, services });
  const active = await services.roster.activeVersion();
  const by = await loadUploaders(current, services);
  const names = await services.sessions.names(Object.values(by).filter((id) => id !== null));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  return {
    ...view,
    ...typed,
    subjects,
    first,
    basis: await basisOf(c, view, services),
    startsAhead: Temporal.Instant.compare(phase.at, c.var.now) > 0,
    uploads: [
      { what: 'Launch plan', at: current.uploadedAt, by: nameOf(by.plan) },
      ...(active ? [{ what: 'Roster', at: active.uploadedAt, by: nameOf(by.roster) }] : []),
    ],
  };
}

/** The subject for each state that occurs, and the first email whole. */
async function lettersOf(
  basis: PreviewBasis,
  { view, services }: { view: PhaseView; services: ConsoleServices },
): Promise<Pick<ReleaseView, 'subjects' | 'first'>> {
  const counts = await countsOf(basis, services);
  const occurring = mailedStates(basis, counts).filter(
    (state) => view.audience.kind === 'told' || counts[state]?.reachable,
  );
  const letters: { state: State; subject: string; text: string }[] = [];
  for (const state of occurring) {
    const recipient = await recipientInState(state, basis, { counts, services });
    if (recipient) letters.push({ state, ...(await composePreview(recipient, basis)) });
  }
  return { subjects: letters.map(({ state, subject }) => ({ state, subject })), first: letters[0] ?? null };
}
