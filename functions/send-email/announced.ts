import type { FrozenAudienceStore } from '../aws/frozen-audiences.ts';
import type { OneOffStore } from '../aws/one-offs.ts';
import type { ReadRunPlan } from '../aws/plan-cache.ts';
import { CORRECTION, DATE_CHANGE, ONE_OFF } from '../domain/plan/kinds.ts';
import { readDateNote, readFactsNote } from '../domain/run/announcement.ts';
import type { Run } from '../domain/run/run.ts';
import type { Announced } from '../email/email-input.ts';
import { correctedFacts } from '../email/stating.ts';

/** What finding out what an announcement says needs. */
export interface AnnouncedServices {
  readonly planOf: ReadRunPlan;
  readonly frozenAudiences: Pick<FrozenAudienceStore, 'ofFiler'>;
  readonly oneOffs: Pick<OneOffStore, 'read'>;
}

/** What an announcement's run says to one filer, by what it froze; nothing of a phase's run. @throws Error if that is gone */
export async function announcedTo(
  run: Pick<Run, 'runId' | 'phaseId' | 'kind' | 'planVersion'>,
  filerId: string,
  { planOf, frozenAudiences, oneOffs }: AnnouncedServices,
): Promise<Announced> {
  const { runId, phaseId, kind } = run;
  if (kind === ONE_OFF) {
    const oneOff = await oneOffs.read(phaseId);
    if (oneOff?.frozenAt === undefined)
      throw new Error(`Cannot send ${runId} because its message must be released: it is not`);
    return { oneOff };
  }
  if (kind !== DATE_CHANGE && kind !== CORRECTION) return {};
  const note = await frozenAudiences.ofFiler(runId, filerId);
  if (note === undefined) return {};
  if (kind === DATE_CHANGE) return { launchChange: { previous: readDateNote(note) } };
  const told = await Promise.all(
    readFactsNote(note).map(async ([key, planVersion]) => [key, await planOf({ planVersion })] as const),
  );
  return { corrections: correctedFacts(told, await planOf(run)) };
}
