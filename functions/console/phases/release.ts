import * as z from 'zod';
import { recordRelease } from '../../commands/release-phase.ts';
import { personActor } from '../../domain/actor.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { OneOff } from '../../domain/run/one-off.ts';
import { reasonsOf } from '../../domain/run/send-gate.ts';
import { oneOffFits } from '../../email/check-one-off-emails.ts';
import { errorFields } from '../../lib/error-fields.ts';
import { claimToConfirm, phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { confirmSchema } from '../http/confirm.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { type FormReading, readForm, WHOLE_FORM } from '../http/form.ts';
import { returnForm } from '../http/kept-form.ts';
import { Refusal } from '../http/refusal.ts';
import { redirectTo, renderPage } from '../http/show.ts';
import { whySchema } from '../http/why.ts';
import { requirePermission } from '../people/guard.ts';
import type { ConsoleServices } from '../services.ts';
import type { Notice } from '../ui/alert.tsx';
import { loadPhase, phaseOf } from './load-phase.ts';
import { loadBasis, loadRelease } from './load-release.ts';
import type { PhaseView } from './phase-view.ts';
import { type RateMeter, rateMeter } from './rate-meter.ts';
import { type ReleaseBasis, releasePage, releaseWord } from './release-page.tsx';

const schemaOf = (phase: PhaseView['phase']) =>
  z.strictObject({
    plan: z.string(),
    roster: z.string(),
    turn: z.string(),
    revision: z.string().default(''),
    why: whySchema,
    confirm: confirmationOf(phase),
  });

/** The word, or the box in which a person says that they have checked what the emails claim. */
function confirmationOf(phase: PhaseView['phase']) {
  const word = releaseWord(phase);
  const nothing = `Nothing was ${phase.twoPersonApproval ? 'approved' : 'released'}.`;
  return claimToConfirm(phase)
    ? z.literal(word, `Make sure that this is true, then check this box. ${nothing}`)
    : confirmSchema(word, nothing);
}

interface Options {
  readonly services: ConsoleServices;
  readonly meter: RateMeter;
}

/** Releasing a phase, which only clerks may do: a full summary first, then a confirmation. */
export function registerRelease(app: ConsoleApp, services: ConsoleServices): void {
  const meter = rateMeter();

  app.get('/phases/:id/release', requirePermission('release'), async (c) => {
    const view = await loadPhase(c, { services, meter });
    if (!view.canRelease) return nothingToRelease(c, { view, services });
    refuseUnlessAllowed(view);
    return renderPage(c, releasePage(await loadRelease(c, { view, services })), services);
  });

  app.post('/phases/:id/release', requirePermission('release'), (c) => release(c, { services, meter }));
}

async function release(c: PageContext, { services, meter }: Options): Promise<Response> {
  const view = await loadPhase(c, { services, meter });
  const { phase } = view;
  const form: FormReading<ReleaseBasis & { why: string }> = await readForm(c, schemaOf(phase));
  // Someone clicked twice, or two people at once: it is done already.
  if (!view.canRelease) return nothingToRelease(c, { view, services });
  refuseUnlessAllowed(view);
  if (!form.ok) return returnForm(c, form, { services, page: `/phases/${phase.id}/release` });
  const { plan, roster, turn, revision, why } = form.value;
  const basis = await loadBasis(c, { view, services });
  const again = (problem = CHANGED) => {
    const problems = { [WHOLE_FORM]: problem };
    return returnForm(c, { values: { why }, problems }, { services, page: `/phases/${phase.id}/release` });
  };
  const isSame = plan === basis.plan && roster === basis.roster && turn === basis.turn;
  if (!isSame || revision !== basis.revision) return again();
  if (phase.oneOff && !fitsNow(c, phase.oneOff)) return again(UNFIT);
  const recorded = await recordRelease(
    { act: 'release', phaseId: phase.id, by: personActor(c.var.person), why },
    {
      services,
      requestId: c.var.requestId,
      reviewed: { plan, roster, ...(phase.oneOff && { revision: Number(revision) }) },
    },
  );
  // The page was offered a moment ago: the plan or the run is another one by now.
  if (!recorded.ok) return again();
  const start = recorded.isAhead ? 'at-its-time' : await startNow(recorded.name, services);
  const text = recorded.isAhead ? null : await whyItWaits(c, services);
  const notice = releasedNotice(view, text ?? STARTS[start]);
  return redirectTo(c, `/phases/${phase.id}`, { ...services, notice });
}

/** Whether a message can be sent with the plan that is active by now. */
function fitsNow(c: PageContext, oneOff: OneOff): boolean {
  return c.var.plan !== null && oneOffFits(c.var.plan.plan, oneOff);
}

const UNFIT =
  'The text no longer fits the launch plan: a placeholder has no value, or a link isn’t allowed any more. Edit the message, then release it.';
const CHANGED =
  'The launch plan, the active roster or the phase changed after you opened this page. Review the summary as it is now, then confirm again.';

/** When a released phase starts. */
type Start = 'at-its-time' | 'now' | 'with-the-next-sweep';

async function startNow(
  name: Parameters<ConsoleServices['startLater']>[0],
  { startLater, log }: Pick<ConsoleServices, 'startLater' | 'log'>,
): Promise<Start> {
  try {
    await startLater(name);
    return 'now';
  } catch (error) {
    log.error('start-later-failed', { phase: name.phaseId, ...errorFields(error) });
    return 'with-the-next-sweep';
  }
}

const STARTS: Readonly<Record<Start, string>> = {
  'at-its-time': 'It will start automatically at its scheduled time.',
  now: 'It is starting now. This page shows its progress.',
  'with-the-next-sweep': 'It will start within five minutes.',
};

/** What still keeps a released phase from being sent, as it is now; `null`: nothing. */
async function whyItWaits(c: PageContext, services: ConsoleServices): Promise<string | null> {
  const { phase, gate } = await phaseOf(c, services);
  const { status } = phase;
  if (status.kind === 'waiting' && status.reason !== 'due') return phaseStatusLabel(phase).meaning;
  return reasonsOf(gate, 'all').length > 0 ? PAUSED : null;
}

const PAUSED = 'All sending is paused: no emails will be sent until someone resumes it.';

function releasedNotice({ phase }: PhaseView, text: string): Notice {
  const done = phase.twoPersonApproval ? 'approved' : 'released';
  return { kind: 'success', title: `${phaseName(phase)} is ${done}`, text };
}

function nothingToRelease(
  c: PageContext,
  { view: { releasedBy, phase }, services }: { view: PhaseView; services: ConsoleServices },
): Response {
  const text = releasedBy
    ? `${releasedBy.name} already ${phase.twoPersonApproval ? 'approved' : 'released'} it.`
    : 'This phase isn’t waiting to be released. See its status below.';
  const notice = { kind: 'info', title: 'Nothing to release', text } as const;
  return redirectTo(c, `/phases/${phase.id}`, { ...services, notice });
}

/** Two-person approval: the page of the phase says so before. @throws Refusal */
function refuseUnlessAllowed({ notByYou, phase }: PhaseView): void {
  if (!notByYou) return;
  throw new Refusal(403, 'not-by-you', {
    title: `You can’t approve ${phaseName(phase)}`,
    why: notByYou,
    action: 'Nothing was approved. Ask an approver who contributed to neither the plan nor the roster.',
  });
}
