import { Temporal } from 'temporal-polyfill';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import type { FilerState } from '../../../functions/domain/filer/state.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../../functions/domain/plan/kinds.ts';
import { pivotDate } from '../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import type { EmailInput } from '../../../functions/email/email-input.ts';
import { announcedIn } from './announced.ts';
import { placedInput, type SamplePlaces } from './places.ts';

interface Sample {
  readonly kind: MessageKind;
  readonly place: string;
  readonly who: string;
  readonly input: EmailInput;
}

interface SampleSource {
  readonly plan: Plan;
  /** By a name that says who they are. */
  readonly people: Readonly<Record<string, Filer>>;
  readonly places: SamplePlaces;
  /** The pivot that filers were told before a change of dates. */
  readonly previous: string;
  /** A filer as the roster of the day of the email has them. @default as they are */
  readonly onDay?: (filer: Filer, day: string) => Filer;
  readonly canGet: (kind: MessageKind, one: { readonly who: string; readonly state: FilerState }) => boolean;
}

interface SampleSet {
  /** Every message for everyone who can get it, at each place in their sequence. */
  readonly SAMPLES: readonly Sample[];
  /** The input of one email. @param place by its name among the places: the first unless it is given */
  readonly sampleInput: (
    kind: MessageKind,
    who: string,
    options?: { plan?: Plan; place?: string },
  ) => EmailInput;
}

/** The emails of a campaign's samples. */
export function sampleSet({
  plan,
  people,
  places,
  previous,
  onDay = (filer) => filer,
  canGet,
}: SampleSource): SampleSet {
  const stateIn = (of: Plan, who: string) => stateOf(people[who]!, pivotDate(of));
  const sampleInput: SampleSet['sampleInput'] = (kind, who, { plan: of = plan, place = 'first' } = {}) => {
    const placed = places[kind]![place]!;
    const filer = onDay(people[who]!, placed.at.slice(0, 10));
    const state = stateOf(filer, pivotDate(of));
    return {
      plan: of,
      kind,
      ...placedInput(of, { kind, state, place: placed }),
      filer,
      state,
      to: filer.email!,
      ...(filer.otherAccounts.length > 0 && { otherAccounts: [`${filer.userId}2`] }),
      at: Temporal.Instant.from(placed.at),
      ...(kind === 'date-change' ? { launchChange: { previous } } : announcedIn(kind, of)),
    };
  };
  const SAMPLES = MESSAGE_KINDS.flatMap((kind) =>
    Object.keys(people)
      .filter((who) => canGet(kind, { who, state: stateIn(plan, who) }))
      .flatMap((who) =>
        Object.keys(places[kind]!).map((place) => ({
          kind,
          place,
          who,
          input: sampleInput(kind, who, { place }),
        })),
      ),
  );
  return { SAMPLES, sampleInput };
}

/**
 * Of the samples, each message for each person once, at places in the sequence that take turns: what costs a browser or
 * a filter a quarter of a second each. `CRIER_SAMPLES=all` takes them all, as the nightly tests do.
 */
export function drawnFrom<One extends Pick<Sample, 'kind' | 'who'>>(samples: readonly One[]): readonly One[] {
  if (process.env.CRIER_SAMPLES === 'all') return samples;
  const cases = Map.groupBy(samples, ({ kind, who }) => `${kind} to ${who}`);
  return [...cases.values()].map((places, turn) => places[turn % places.length]!);
}
