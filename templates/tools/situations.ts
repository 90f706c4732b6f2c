import { createReadStream } from 'node:fs';
import { campaign } from '#campaign';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { FINAL_STATES, STATES_AFTER_PIVOT, stateOf, stateRow } from '../../functions/domain/filer/rules.ts';
import type { FilerState, State } from '../../functions/domain/filer/state.ts';
import { pivotDate } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { checkTable } from '../../functions/ingest-roster/check-table.ts';
import { openTable } from '../../functions/ingest-roster/table/open-table.ts';

/** Filers of a roster who get the same words, one of them for all. */
export interface Situation {
  /** `needs-upgrade, confirm-individual, inferred` */
  readonly name: string;
  readonly filer: Filer;
  readonly state: FilerState;
  /** How many filers of the roster are in it; 0 when it is a sample made from one of them. */
  readonly count: number;
}

/**
 * The situations of a roster, and those that only the time after the pivot brings.
 *
 * @throws Error when the roster can't be read
 */
export async function situationsOf(path: string, plan: Plan): Promise<Situation[]> {
  const found = new Map<string, Situation>();
  for await (const filer of filersOf(path, plan)) {
    const situation = situationOf(filer, plan);
    found.set(situation.name, { ...situation, count: (found.get(situation.name)?.count ?? 0) + 1 });
  }
  const inRoster = [...found.values()];
  const open = inRoster.filter(({ state }) => !FINAL_STATES.has(state.state));
  for (const { filer, state } of open)
    for (const after of STATES_AFTER_PIVOT) {
      const situation = situationOf(movedTo(after, { filer, plan }), plan);
      if (state.account && !found.has(situation.name)) found.set(situation.name, { ...situation, count: 0 });
    }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function situationOf(filer: Filer, plan: Plan): Situation {
  const state = stateOf(filer, pivotDate(plan));
  const account = state.account && state.account.state !== state.state ? [state.account.state] : [];
  const inferred = state.account?.inferred ? ['inferred'] : [];
  const more = SAMPLES.filter((sample) => isLike(filer, sample)).flatMap(trueFacts);
  const flags = state.flags.filter((flag) => flag !== 'unreachable');
  return {
    name: [state.state, ...account, ...flags, ...inferred, ...more].join(', '),
    filer,
    state,
    count: 1,
  };
}

const SAMPLES: readonly object[] = campaign.email.samples;

function isLike(filer: Filer, sample: object): boolean {
  return Object.entries(sample).every(([fact, value]) => filer[fact as keyof Filer] === value);
}

/** Facts of a sample that are `true`, as its name. */
function trueFacts(sample: object): string[] {
  return Object.entries(sample).flatMap(([fact, value]) => (value === true ? [fact] : []));
}

/** The filer as progress after the pivot makes them. */
function movedTo(state: State, { filer, plan }: { filer: Filer; plan: Plan }): Filer {
  const asOf = campaign.columns[campaign.progress.asOf].fact;
  return { ...filer, ...stateRow(state).sample, [asOf]: pivotDate(plan) ?? filer[asOf] };
}

async function* filersOf(path: string, plan: Plan): AsyncIterable<Filer> {
  const opened = await openTable({ read: () => createReadStream(path) as AsyncIterable<Uint8Array> });
  if (!opened.ok) throw new Error(`Cannot read ${path} because it must be a roster: ${opened.refused}`);
  const pivot = pivotDate(plan);
  const settings = {
    kind: 'roster',
    courtId: plan.court.id,
    zone: plan.court.zone,
    today: pivot ?? '2018-01-01',
    pivotDate: pivot,
    base: null,
  } as const;
  const result = await checkTable(opened.table, settings);
  if (!result.ok) throw new Error(`Cannot read ${path} because it must be a roster: ${result.refused}`);
  for await (const rows of result.checked.decide()) for (const { filer } of rows) if (filer) yield filer;
}
