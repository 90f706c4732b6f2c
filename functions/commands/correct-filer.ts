import { randomBytes } from 'node:crypto';
import { campaign } from '#campaign';
import type { Services } from '../aws/pick.ts';
import { byOf } from '../domain/actor.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import type { CorrectCommand } from '../domain/recorded-command.ts';
import type { Problem } from '../domain/roster/problem.ts';
import { CORRECTION_FILE, keyOf, newPlace } from '../domain/upload-place.ts';
import type { ColumnName } from '../ingest-roster/row/columns.ts';
import type { CommandContext } from './command-context.ts';
import {
  type CellChanges,
  cellsOf,
  checkCorrection,
  correctionFile,
  correctionRows,
} from './correction-file.ts';

type CorrectServices = Pick<Services, 'auditLog' | 'clock' | 'log' | 'roster' | 'putUpdate'>;

/** A correction of one filer's row. */
interface Correction extends Pick<CorrectCommand, 'filerId' | 'by' | 'why'> {
  /** What was typed, by column; columns that say what the roster says already are left out. */
  readonly cells: CellChanges;
  /** The person has seen the warnings. */
  readonly isSure: boolean;
}

/** What came of a correction. */
export type CorrectionResult =
  /** The file is in the inbox, and its intake begins. `upload`: its id. */
  | { readonly done: true; readonly upload: string }
  | { readonly done: false; readonly reason: 'no-such-filer' | 'unchanged' }
  /** By column. `isWarned`: there are only warnings, and the person may insist. */
  | {
      readonly done: false;
      readonly reason: 'problems';
      readonly problems: readonly Problem[];
      readonly isWarned: boolean;
    }
  /** A sentence without its full stop. */
  | { readonly done: false; readonly reason: 'refused'; readonly refused: string };

/**
 * Corrects one filer's row by an update of that row alone, which goes the way of every upload: the same checks hold it,
 * and it becomes a version of its own. What the intake would refuse is refused at once.
 */
export async function correctFiler(
  { cells, isSure, ...who }: Correction,
  { plan, services, requestId }: CommandContext<CorrectServices> & { readonly plan: StoredPlan },
): Promise<CorrectionResult> {
  const { auditLog, clock, log, putUpdate } = services;
  const filer = await activeFiler(who.filerId, services);
  if (!filer) return { done: false, reason: 'no-such-filer' };
  const changes = changesOf(cells, cellsOf(filer));
  if (changes.size === 0) return { done: false, reason: 'unchanged' };
  const now = clock.now();
  const random = randomBytes(4).toString('hex');
  const place = newPlace({ kind: 'update', fileName: CORRECTION_FILE }, { now, random });
  const rows = correctionRows(filer, { changes, id: place.id });
  const today = now.toZonedDateTimeISO(plan.plan.court.zone).toPlainDate().toString();
  const checked = await checkCorrection(rows, settingsOf(filer, { plan, today }));
  if ('refused' in checked) return { done: false, reason: 'refused', refused: checked.refused };
  const problems = problemsOf(checked.problems, changes);
  const isRefused = !checked.ok || problems.some(({ severity }) => severity !== 'warning');
  if (isRefused || (problems.length > 0 && !isSure)) {
    return { done: false, reason: 'problems', problems, isWarned: !isRefused };
  }
  const act: CorrectCommand = { act: 'correct', ...who, columns: [...changes.keys()], upload: place.id };
  const before = [stateOf(filer, pivotDate(plan.plan)).state];
  await auditLog.put({ at: now.toString(), requestId, act, before, after: [checked.state.state] });
  await putUpdate({ key: keyOf(place), text: correctionFile(rows), by: byOf(who.by) });
  log.info('filer-corrected', { filer: who.filerId });
  return { done: true, upload: place.id };
}

async function activeFiler(
  filerId: string,
  { roster }: Pick<CorrectServices, 'roster'>,
): Promise<Filer | null> {
  const { version } = await roster.active();
  return version === null ? null : ((await roster.filersById(version, [filerId])).get(filerId) ?? null);
}

/** The cells that differ. The day of a status goes with the status: it says since when that is true. */
function changesOf(typed: CellChanges, known: CellChanges): CellChanges {
  const { status, asOf } = campaign.progress as { status: ColumnName; asOf: ColumnName };
  const differs = (column: ColumnName) => (typed.get(column) ?? '') !== (known.get(column) ?? '');
  const changed = [...typed].filter(([column]) => column !== asOf && differs(column));
  const isProgress = typed.has(status) && (differs(status) || (typed.has(asOf) && differs(asOf)));
  if (!isProgress) return new Map(changed);
  const others = changed.filter(([column]) => column !== status);
  const day = differs(asOf) ? (typed.get(asOf) ?? '') : '';
  return new Map([...others, [status, typed.get(status) ?? ''], [asOf, day]]);
}

/** The intake's settings, with a roster of this filer alone. */
function settingsOf(filer: Filer, { plan: { plan }, today }: { plan: StoredPlan; today: string }) {
  const { id: courtId, zone } = plan.court;
  return {
    kind: 'update',
    courtId,
    zone,
    today,
    pivotDate: pivotDate(plan),
    fewFilers: plan.roster.fewFilers,
    base: {
      filers: async function* () {
        yield filer;
      },
      filersById: async () => new Map([[filer.filerId, filer]]),
    },
  } as const;
}

/** What is wrong with the cells that were typed; that one was emptied on purpose isn't. */
function problemsOf(problems: readonly Problem[], changes: CellChanges): Problem[] {
  return problems.filter(({ column, code }) => {
    if (code === 'email-missing' && changes.get('email') === '') return false;
    return column === null
      ? code !== 'list-partial' && code !== 'facts-lost'
      : changes.has(column as ColumnName);
  });
}
