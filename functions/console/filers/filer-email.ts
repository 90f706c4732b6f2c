import { Temporal } from 'temporal-polyfill';
import { secondaryOf } from '../../domain/filer/addresses.ts';
import type { Filer } from '../../domain/filer/filer.ts';
import { DATE_CHANGE, isAnnouncement, isInSequence } from '../../domain/plan/kinds.ts';
import { ANNOUNCING, pivotDateIn } from '../../domain/run/announced-dates.ts';
import { type Run, retryName } from '../../domain/run/run.ts';
import { composeEmail } from '../../email/compose.ts';
import type { EmailInput } from '../../email/email-input.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { sentEmailInput } from '../../queries/sent-email.ts';
import { announcedTo } from '../../send-email/announced.ts';
import { earlierEmail } from '../../send-email/earlier.ts';
import { readOtherAccounts } from '../../send-email/other-accounts.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderDocument, renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import type { ConsoleServices } from '../services.ts';
import { type LoadedFiler, loadFiler } from './filer.ts';
import { filerEmailPage } from './filer-email-page.tsx';
import { idOf } from './filer-id.ts';
import { datesAnnounced } from './filer-next.ts';

/** An email of one filer: of a run, or the next one. */
interface FilerEmail {
  readonly input: EmailInput;
  /** `null`: it is still to come. */
  readonly send: SendLine | null;
}

/** Emails that a filer got or will get, composed again from what they were or will be made from. */
export function registerFilerEmail(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/filers/:id/emails/:run', async (c) => {
    const email = await loadEmail(c, services);
    const view = {
      filerId: idOf(c),
      which: c.req.param('run'),
      zone: zoneOf(c),
      email: email && { ...email, composed: await composeEmail(email.input) },
    };
    return renderPage(c, filerEmailPage(view), services);
  });
  app.get('/filers/:id/emails/:run/html', async (c) => {
    const email = await loadEmail(c, services);
    if (!email) throw notFound('This email');
    return renderDocument(c, (await composeEmail(email.input)).html);
  });
}

/**
 * @returns `null` when the roster that it was made from is deleted
 * @throws Refusal when there is no such email
 */
async function loadEmail(c: PageContext, services: ConsoleServices): Promise<FilerEmail | null> {
  const loaded = await loadFiler(c, services);
  if (c.req.param('run') === 'next') return nextOf(c, loaded, services);
  const { timeline, ahead } = loaded;
  const send = timeline.sends.find(({ runId }) => runId === c.req.param('run'));
  const run = ahead.runs.find(({ runId }) => runId === send?.runId);
  if (!send || !run) throw notFound('This email');
  return (
    send.filer && {
      send,
      input: await inputOf({ ...send, filer: send.filer }, { run, runs: ahead.runs, services }),
    }
  );
}

async function nextOf(
  c: PageContext,
  { timeline, next, ahead }: LoadedFiler,
  services: ConsoleServices,
): Promise<FilerEmail> {
  const { plan: current, now } = c.var;
  const { filer, state, sends } = timeline;
  if (!current || !filer || !state || !next.comes) throw notFound('Their next email');
  const {
    kind,
    id,
    number,
    of,
    at: planned,
    currentRun: { run },
  } = next.phase;
  const announced = datesAnnounced(sends, ahead.runs);
  const { version } = await services.roster.active();
  const otherAccountsOf = await readOtherAccounts([filer], { version, roster: services.roster });
  return {
    send: null,
    input: {
      plan: current.plan,
      kind,
      phase: { id, number, of },
      filer,
      state,
      to: filer.email ?? '',
      ...otherAccountsOf(filer),
      ...(!isAnnouncement(kind) && earlierIn(sends, ahead.runs)),
      // An email counts the days to the pivot: it is shown as of the day on which it is sent.
      at: Temporal.Instant.compare(planned, now) > 0 ? Temporal.Instant.from(planned) : now,
      ...(kind === DATE_CHANGE && { launchChange: { previous: announced && pivotDateIn(announced) } }),
      ...(run && (await announcedTo(run, filer.filerId, services))),
    },
  };
}

async function inputOf(
  send: SendLine & { readonly filer: Filer },
  { run, runs, services }: { run: Run; runs: readonly Run[]; services: ConsoleServices },
): Promise<EmailInput> {
  const { filer } = send;
  const version = run.rosterVersion;
  const otherAccountsOf = await readOtherAccounts([filer], { version, roster: services.roster });
  return {
    ...(await sentEmailInput(send, { run, runs, services })),
    ...otherAccountsOf(filer),
    to: await addressOf(send, services),
  };
}

/** The latest email that reached the filer, as the next one refers to it. */
function earlierIn(sends: readonly SendLine[], runs: readonly Run[]): Pick<EmailInput, 'earlier'> {
  const inSequence = new Map(runs.filter(({ kind }) => isInSequence(kind)).map((run) => [run.runId, run]));
  const latest = sends.find(({ runId, status }) => ANNOUNCING.has(status) && inSequence.has(runId));
  const run = latest && inSequence.get(latest.runId);
  const earlier = latest?.state ? earlierEmail({ runId: latest.runId, state: latest.state }, run) : undefined;
  return earlier ? { earlier } : {};
}

/** A further attempt may have gone to another address: its chunk has it. */
async function addressOf(
  { runId, filerId, attempt, filer }: SendLine & { readonly filer: Filer },
  { chunks }: Pick<ConsoleServices, 'chunks'>,
): Promise<string> {
  const chunk = attempt > 1 ? await chunks.chunk({ runId, chunk: retryName({ filerId, attempt }) }) : null;
  const isSecondary = chunk?.attempts.some((one) => one.filerId === filerId && one.to === 'secondary');
  return (isSecondary ? secondaryOf(filer, new Map()) : filer.email) ?? '';
}
