import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import { isSecondary } from './launch.ts';
import type { Simulation } from './simulation.ts';

/** Permanent bounces that are about the mailbox, not about what the person wants. */
const BAD_MAILBOX = ['Permanent/General', 'Permanent/NoEmail', 'Permanent/Suppressed'];

export function isBadMailbox({ kind, reason }: { readonly kind: string; readonly reason?: string }): boolean {
  return kind === 'bounced' && BAD_MAILBOX.includes(reason ?? '');
}

/** One email at most to a second address, and none forgotten whose mailbox bounced permanently in time. */
export async function checkSecondary(
  simulation: Simulation,
  { run, facts: all }: { run: Run; facts: ReadonlyMap<string, readonly Fact[]> },
): Promise<void> {
  const { broken, outside, recorded } = simulation;
  const mails = outside.accepted.filter((mail) => mail.run === run.runId && isSecondary(mail.to));
  for (const [filer, of] of Map.groupBy(mails, (mail) => mail.filer)) {
    if (of.length > 1) broken.add(`${filer.slice(0, 4)} got ${of.length} emails at other addresses`);
  }
  if (mails.length > 0 && !simulation.workload.sending?.secondaryAddresses)
    broken.add('an email went to another address, and the plan allows none');
  if (!simulation.workload.sending?.secondaryAddresses || run.cancelled) return;
  const released = new Set<string>();
  for await (const { attempts } of simulation.phaseServices().chunks.retries(run.runId)) {
    for (const { to, filerId } of attempts) if (to === 'secondary') released.add(filerId);
  }
  const bounces = recorded.filter((news) => news.run === run.runId && news.kind === 'bounced');
  const isInTime = ({ toldAt }: (typeof bounces)[number]) => toldAt! < Date.parse(run.expiresAt) - 60_000;
  const late = bounces.filter((news) => !isInTime(news));
  for (const filer of new Set(bounces.filter(isInTime).map((news) => news.filer))) {
    // Another attempt may still arrive until its own bounce is told, and that may be after the run has expired.
    const facts = (all.get(filer) ?? []).filter(
      ({ kind, attempt }) =>
        kind !== 'bounced' || !late.some((news) => news.filer === filer && Number(news.attempt) === attempt),
    );
    if (hasSecondary(simulation, { run, filer }) && mayTry(facts) && !released.has(filer))
      broken.add(`${filer.slice(0, 4)} bounced for good, and the other address was not tried`);
  }
}

function hasSecondary({ rosters }: Simulation, { run, filer }: { run: Run; filer: string }): boolean {
  const known = rosters.get(run.rosterVersion)?.find(({ filerId }) => filerId === filer);
  return (known?.secondaryEmails.length ?? 0) > 0;
}

/** Everything that SES took is a mailbox that bounced: nothing that came first could have kept the release. */
function mayTry(facts: readonly Fact[]): boolean {
  const byAttempt = [...Map.groupBy(facts, ({ attempt }) => attempt).values()];
  return (
    facts.some(isBadMailbox) &&
    byAttempt.every((of) => of.some(isBadMailbox)) &&
    !facts.some(({ kind }) => kind === 'complained')
  );
}
