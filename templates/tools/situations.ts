import { createReadStream } from 'node:fs';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { stateOf } from '../../functions/domain/filer/rules.ts';
import type { FilerState } from '../../functions/domain/filer/state.ts';
import { goLiveDate } from '../../functions/domain/plan/phases.ts';
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
 * The situations of a roster, and those that come only after go-live: a link made, failed or pending.
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
  for (const { filer, state } of inRoster.filter(
    ({ state: { state } }) => state !== 'inactive' && state !== 'not-required',
  ))
    for (const linkStatus of ['failed', 'pending', 'linked'] as const) {
      const later = { ...filer, linkStatus, linkAsOf: goLiveDate(plan) ?? filer.linkAsOf };
      const situation = situationOf(later, plan);
      if (state.account && !found.has(situation.name)) found.set(situation.name, { ...situation, count: 0 });
    }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function situationOf(filer: Filer, plan: Plan): Situation {
  const state = stateOf(filer, goLiveDate(plan));
  const account = state.account && state.account.state !== state.state ? [state.account.state] : [];
  const inferred = state.account?.inferred ? ['inferred'] : [];
  const elsewhere = filer.nextgenElsewhere ? ['elsewhere'] : [];
  const flags = state.flags.filter((flag) => flag !== 'unreachable');
  return {
    name: [state.state, ...account, ...flags, ...inferred, ...elsewhere].join(', '),
    filer,
    state,
    count: 1,
  };
}

async function* filersOf(path: string, plan: Plan): AsyncIterable<Filer> {
  const opened = await openTable({ read: () => createReadStream(path) as AsyncIterable<Uint8Array> });
  if (!opened.ok) throw new Error(`Cannot read ${path} because it must be a roster: ${opened.refused}`);
  const goLive = goLiveDate(plan);
  const settings = {
    kind: 'roster',
    courtId: plan.court.id,
    today: goLive ?? '2018-01-01',
    goLiveDate: goLive,
    base: null,
  } as const;
  const result = await checkTable(opened.table, settings);
  if (!result.ok) throw new Error(`Cannot read ${path} because it must be a roster: ${result.refused}`);
  for await (const rows of result.checked.decide()) for (const { filer } of rows) if (filer) yield filer;
}
