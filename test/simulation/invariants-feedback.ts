import { suppressionStore } from '../../functions/aws/suppressions.ts';
import { FACTS } from '../../functions/domain/send/status.ts';
import { BEHIND, RESTORED, UNKNOWN_RUN } from './ses-news.ts';
import type { Simulation } from './simulation.ts';

/** Feedback counts for the address that was emailed; that of an unknown run suppresses whom it names, and no more. */
export async function checkFeedback(simulation: Simulation): Promise<void> {
  const { broken, clients, outside, recorded, runtime } = simulation;
  const list = suppressionStore(runtime, clients.db);
  const suppressed = await list.suppressed([BEHIND, RESTORED, ...outside.accepted.map(({ to }) => to)]);
  if (suppressed.has(BEHIND)) broken.add('a mailbox that no email went to is suppressed');
  const isTold = recorded.some(({ label }) => label.startsWith('UnknownRun'));
  if (suppressed.has(RESTORED) !== isTold) broken.add('a bounce of an unknown run does not suppress');
  for (const { run, filer, attempt, kind } of recorded) {
    if (kind !== 'bounced' && kind !== 'complained') continue;
    const mail = outside.accepted.find(
      (one) => one.run === run && one.filer === filer && one.attempt === attempt,
    );
    if (mail && !suppressed.has(mail.to))
      broken.add(`SES reported ${kind}, and the address is not suppressed`);
  }
  for await (const { kind } of simulation.phaseServices().sendLog.facts(UNKNOWN_RUN)) {
    broken.add(`the log has ${FACTS[kind].status} of an unknown run`);
  }
}
