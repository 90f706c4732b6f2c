import type { RosterStore } from '../aws/rosters.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Mail } from '../aws/ses.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { leftPhase } from '../domain/run/audience.ts';
import type { Attempt, Run } from '../domain/run/run.ts';
import { decideMail, type KnownFiler } from '../domain/send/decide-mail.ts';
import type { Recipients } from '../domain/send/recipients.ts';
import { FACTS } from '../domain/send/status.ts';
import { composeEmail } from '../email/compose.ts';
import type { Announced } from '../email/email-input.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import { type AnnouncedServices, announcedTo } from './announced.ts';
import type { ReadEarlier } from './earlier.ts';
import { type OtherAccountsOf, readOtherAccounts } from './other-accounts.ts';
import type { ReadThread } from './thread.ts';

/** An attempt with its email. */
export interface ReadyMail {
  readonly attempt: Attempt;
  readonly mail: Mail;
}

/** An attempt made ready: its mail, or why there is none. */
type Prepared =
  | ReadyMail
  | { readonly attempt: Attempt; readonly kind: 'skipped' | 'failed'; readonly reason: string };

/** Makes a run's attempts ready. @throws Error when what decides can't be read: nothing is sent then. */
export type PrepareMail = (run: Run, attempts: readonly Attempt[]) => Promise<Prepared[]>;

interface PrepareServices extends AnnouncedServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly roster: RosterStore;
  readonly suppression: SuppressionStore;
  readonly threadOf: ReadThread;
  readonly earlierOf: ReadEarlier;
  readonly sendLog: Pick<SendLogStore, 'factsOf'>;
  readonly recipients: Recipients;
}

/** What is known about a filer whose email is to be made. */
interface Known extends KnownFiler {
  /** The Message-ID under which the email threads. */
  readonly threadId: string | undefined;
  readonly otherAccountsOf: OtherAccountsOf;
  /** What an announcement says to the filer. */
  readonly announced: Announced;
}

/** Makes mails from the run's own plan and roster version: gather what is known, decide, render. */
export function mailPreparer(services: PrepareServices): PrepareMail {
  return async (run, attempts) => {
    const plan = await services.planOf(run);
    const known = await gather(run, { attempts, plan, services });
    return Promise.all(
      attempts.map(async (attempt): Promise<Prepared> => {
        const about = known.get(attempt.filerId)!;
        const decision = decideMail(attempt.to, about);
        if (!decision.send) return { attempt, kind: decision.kind, reason: decision.reason };
        return render(attempt, { run, plan, ...decision, known: about, services });
      }),
    );
  };
}

async function gather(
  run: Run,
  { attempts, plan, services }: { attempts: readonly Attempt[]; plan: Plan; services: PrepareServices },
): Promise<Map<string, Known>> {
  const ids = attempts.map(({ filerId }) => filerId);
  const filers = await services.roster.filersById(run.rosterVersion, ids);
  const otherAccountsOf = await readOtherAccounts(filers.values(), {
    version: run.rosterVersion,
    roster: services.roster,
  });
  const suppressed = await services.suppression.suppressed(addressesOf(attempts, filers));
  const left = await whoLeft(run, { ids, plan, services });
  const threads = await Promise.all(ids.map((id) => services.threadOf(run, id)));
  const announced = await Promise.all(ids.map((id) => announcedTo(run, id, services)));
  // Of the others it decides nothing: see `decideMail`.
  const received = await Promise.all(
    ids.map((id) => filers.has(id) && !left.has(id) && alreadyReceived(run, id, services)),
  );
  return new Map(
    ids.map((id, index) => [
      id,
      {
        filer: filers.get(id),
        leftPhase: left.get(id),
        alreadyReceived: received[index]!,
        suppressed,
        recipients: services.recipients,
        threadId: threads[index],
        otherAccountsOf,
        announced: announced[index]!,
      },
    ]),
  );
}

function addressesOf(attempts: readonly Attempt[], filers: ReadonlyMap<string, Filer>): string[] {
  return attempts.flatMap(({ filerId, to }) => {
    const filer = filers.get(filerId);
    return to === 'secondary' ? (filer?.secondaryEmails ?? []) : (filer?.email ?? []);
  });
}

/** Filers whom the newest roster takes out of the phase, with their state there. */
async function whoLeft(
  { kind, rosterVersion }: Run,
  { ids, plan, services }: { ids: readonly string[]; plan: Plan; services: PrepareServices },
): Promise<Map<string, State | 'gone'>> {
  const { roster } = services;
  if ((await roster.active()).version === rosterVersion) return new Map();
  const newest = await roster.activeVersion();
  if (!newest) return new Map();
  const filers = await roster.filersById(newest.version, ids);
  const left = new Map<string, State | 'gone'>();
  for (const filerId of ids) {
    const filer = filers.get(filerId);
    const why = leftPhase(kind, filer && stateOf(filer, pivotDate(plan)));
    if (why) left.set(filerId, why);
  }
  return left;
}

/**
 * Whether a canceled run before this one has sent the filer its email, or may have. Those runs are settled before a
 * later one starts, so what their log says only becomes more certain.
 */
async function alreadyReceived(
  { after = [] }: Run,
  filerId: string,
  { sendLog }: PrepareServices,
): Promise<boolean> {
  const facts = await Promise.all(after.map((runId) => sendLog.factsOf(runId, filerId)));
  return facts.flat().some(({ kind }) => FACTS[kind].proof || kind === 'unknown');
}

interface Rendering {
  readonly run: Run;
  readonly plan: Plan;
  readonly filer: Filer;
  readonly to: string;
  readonly known: Known;
  readonly services: PrepareServices;
}

async function render(attempt: Attempt, given: Rendering): Promise<Prepared> {
  try {
    return { attempt, mail: await mailOf(attempt, given) };
  } catch {
    // The error's own words could name the filer.
    given.services.log.error('render-failed', { run: given.run.runId, filer: attempt.filerId });
    return { attempt, kind: 'failed', reason: 'render-failed' };
  }
}

async function mailOf(one: Attempt, { run, plan, filer, to, known, services }: Rendering): Promise<Mail> {
  const { filerId, attempt } = one;
  const { threadId, announced } = known;
  const earlier = await services.earlierOf(one);
  const { raw } = await composeEmail({
    plan,
    kind: run.kind,
    phase: { id: run.phaseId, number: run.number, of: run.of },
    filer,
    state: stateOf(filer, pivotDate(plan)),
    to,
    at: services.clock.now(),
    ...(earlier && { earlier }),
    ...known.otherAccountsOf(filer),
    ...(threadId && { threadId }),
    isTest: services.recipients !== 'everyone',
    ...announced,
  });
  return { from: plan.court.sender.address, to, raw, tags: { run: run.runId, filer: filerId, attempt } };
}
