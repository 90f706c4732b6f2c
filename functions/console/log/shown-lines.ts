import type { Run } from '../../domain/run/run.ts';
import { withLifts } from '../../queries/lifted-suppressions.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { withSubjects } from '../../queries/sent-email.ts';
import { withSettled } from '../../queries/settled-sends.ts';
import { pivotDateOf } from '../filers/filers.ts';
import type { PageContext } from '../http/context.ts';
import type { ConsoleServices } from '../services.ts';

/** Adds to sends what pages show besides: who is emailed again, what is settled, and the subjects. */
export async function shownLines(
  c: PageContext,
  lines: readonly SendLine[],
  { runs, services }: { runs: readonly Run[]; services: ConsoleServices },
): Promise<SendLine[]> {
  const settled = await settledLines(c, await withLifts(lines, services), services);
  return withSubjects(settled, { runs, services });
}

/** Adds to sends whether what they ask is settled, by the active roster. */
export async function settledLines(
  c: PageContext,
  lines: readonly SendLine[],
  services: ConsoleServices,
): Promise<SendLine[]> {
  const version = await services.roster.activeVersion();
  return withSettled(lines, version && { version, pivotDate: pivotDateOf(c) }, services);
}
