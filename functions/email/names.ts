import { Temporal } from 'temporal-polyfill';
import { anyFiler } from '../domain/filer/any-filer.ts';
import { PHASE_KINDS } from '../domain/plan/kinds.ts';
import { modelOf } from './model-of.ts';
import { namesIn } from './names-in.ts';
import { anyPlan, EVERYONE } from './placeholder.ts';

/** Every name that a template can use: `launch.goLive.at`. */
export const NAMES: ReadonlySet<string> = new Set(namesIn(anyModel()));

/** All models have the same names. */
function anyModel(): object {
  const model = modelOf({
    plan: anyPlan({ certainty: 'to-be-announced' }),
    kind: PHASE_KINDS[0],
    phase: { id: 'any', number: 1, of: 1 },
    filer: anyFiler(),
    state: EVERYONE,
    to: 'any@uscourts.gov',
    at: Temporal.Instant.from('2018-01-01T00:00:00Z'),
  });
  return { ...model, label: '', subject: '', preview: '', headline: '' };
}
