import type { ReadRunPlan } from '../aws/plan-cache.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Mail } from '../aws/ses.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import { secondaryOf } from '../domain/filer/addresses.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState, State } from '../domain/filer/state.ts';
import { goLiveDate } from '../domain/plan/phases.ts';
import type { MessageKind, Plan } from '../domain/plan/plan.ts';
import { decide } from '../domain/run/audience.ts';
import type { Attempt, Run } from '../domain/run/run.ts';
import { composeEmail } from '../email/compose.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';
import type { ReadHadBefore } from './already-received.ts';
import type { ReadTold } from './announced-dates-reader.ts';
import type { ReadThread } from './thread.ts';

export interface ReadyMail {
  readonly attempt: Attempt;
  readonly mail: Mail;
}

/** An attempt made ready: its mail, or why there is none. */
export type Prepared =
  | ReadyMail
  | { readonly attempt: Attempt; readonly kind: 'skipped' | 'failed'; readonly reason: string };

export type PrepareMail = (run: Run, attempts: readonly Attempt[]) => Promise<Prepared[]>;

interface PrepareServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly planOf: ReadRunPlan;
  readonly roster: RosterStore;
  readonly suppression: SuppressionStore;
  readonly threadOf: ReadThread;
  readonly hadBefore: ReadHadBefore;
  readonly toldOf: ReadTold;
}

/**
 * Renders the mails of attempts from the run's own plan and roster version, without those who are suppressed.
 * @throws Error when plan, roster or suppression can't be told: nothing is sent then.
 */
export function mailPreparer(services: PrepareServices): PrepareMail {
  /**
   * Filers whom the newest roster takes out of the phase: who has linked meanwhile, above all, who isn't in it any more, and
   * whom by it only the court can help.
   */
  async function noLongerConcerned(
    { kind, rosterVersion }: Run,
    { ids, plan }: { ids: readonly string[]; plan: Plan },
  ): Promise<Map<string, State | 'gone'>> {
    const newest = await services.roster.activeVersion();
    if (!newest || newest.version === rosterVersion) return new Map();
    const filers = await services.roster.filersById(newest.version, ids);
    const out = new Map<string, State | 'gone'>();
    for (const filerId of ids) {
      const filer = filers.get(filerId);
      const reason = filer ? outReason(kind, stateOf(filer, goLiveDate(plan))) : goneReason(kind);
      if (reason) out.set(filerId, reason);
    }
    return out;
  }

  return async (run, attempts) => {
    const plan = await services.planOf(run);
    const ids = attempts.map(({ filerId }) => filerId);
    const filers = await services.roster.filersById(run.rosterVersion, ids);
    const addresses = attempts.flatMap(({ filerId, to }) => {
      const filer = filers.get(filerId);
      return to === 'secondary' ? (filer?.secondaryEmails ?? []) : (filer?.email ?? []);
    });
    const suppressed = await services.suppression.suppressed(addresses);
    const passed = await noLongerConcerned(run, { ids, plan });
    const threads = new Map(
      await Promise.all(ids.map(async (id) => [id, await services.threadOf(run, id)] as const)),
    );
    const known = new Map(
      await Promise.all(ids.map(async (id) => [id, await services.toldOf(run, id)] as const)),
    );
    const make = async (attempt: Attempt): Promise<Prepared> => {
      const filer = filers.get(attempt.filerId);
      if (!filer) return { attempt, kind: 'failed', reason: 'filer-missing' };
      const state = passed.get(attempt.filerId);
      if (state) return { attempt, kind: 'skipped', reason: `now-${state}` };
      if (await services.hadBefore(run, attempt.filerId))
        return { attempt, kind: 'skipped', reason: 'had-before' };
      const to = attempt.to === 'secondary' ? secondaryOf(filer, suppressed) : filer.email;
      if (!to) {
        const reason = attempt.to === 'secondary' ? 'no-secondary' : 'unreachable';
        return { attempt, kind: 'skipped', reason };
      }
      const why = suppressed.get(to);
      if (why) return { attempt, kind: 'skipped', reason: `suppressed-${why.reason}` };
      try {
        return { attempt, mail: await mailOf(filer, { attempt, to }) };
      } catch {
        // The error's own words could name the filer.
        services.log.error('render-failed', { run: run.runId, filer: attempt.filerId });
        return { attempt, kind: 'failed', reason: 'render-failed' };
      }
    };

    async function mailOf(filer: Filer, { attempt, to }: { attempt: Attempt; to: string }): Promise<Mail> {
      const threadId = threads.get(attempt.filerId);
      const previous = known.get(attempt.filerId);
      const { raw } = await composeEmail({
        plan,
        kind: run.kind,
        phase: { id: run.phaseId, number: run.number, of: run.of },
        filer,
        state: stateOf(filer, goLiveDate(plan)),
        to,
        at: services.clock.now(),
        ...(threadId && { threadId }),
        ...(previous !== undefined && { launchChange: { previous } }),
      });
      const tags = { run: run.runId, filer: attempt.filerId, attempt: attempt.attempt };
      return { from: plan.court.sender.address, to, raw, tags };
    }

    return Promise.all(attempts.map(make));
  };
}

/** A moved date is told to whoever was told another one, whatever became of them since. */
function goneReason(kind: MessageKind): 'gone' | null {
  return kind === 'date-change' ? null : 'gone';
}

/** Why the phase isn't for a filer in this state, or `null`. Whoever has no address any more shows that by the address. */
function outReason(kind: MessageKind, state: FilerState): State | null {
  const decision = decide(kind, state);
  return decision.send || decision.reason === 'unreachable' ? null : state.state;
}
