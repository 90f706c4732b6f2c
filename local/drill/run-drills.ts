import { partsOf, type Reading, readAlarm, readComposite, type Span } from './alarm-state.ts';
import type { MetricAlarm } from './alarms.ts';
import type { Drill, Shown } from './cause.ts';
import type { DrillSite } from './site.ts';

/** What a drill showed of one alarm. */
export interface Outcome {
  readonly alarm: string;
  readonly cause: string;
  /** `null`: no data; left out for a composite alarm, which has no metric of its own. */
  readonly value?: number | null;
  /** As the alarm compares: `>= 1`. */
  readonly threshold?: string;
  /** `rings`; otherwise what was wrong. */
  readonly result: 'rings' | 'did not ring' | 'rang before its cause';
}

/** What all drills showed. */
export interface DrillResults {
  readonly outcomes: readonly Outcome[];
  readonly shown: readonly (Shown & { readonly cause: string })[];
}

/** How long all must be well before each drill: the longest alarm by far asks for two quarters of an hour. */
const CALM_MINUTES = 15;

/** Brings about each cause in turn. @param onBegin Hears of each drill as it begins. */
export async function runDrills(
  drills: readonly Drill[],
  { site, onBegin }: { readonly site: DrillSite; readonly onBegin?: (drill: Drill) => void },
): Promise<DrillResults> {
  const results: { outcomes: Outcome[]; shown: (Shown & { cause: string })[] } = { outcomes: [], shown: [] };
  for (const drill of drills) {
    onBegin?.(drill);
    const calm = await spanOf(site, async () => {});
    const alarms = drill.rings.map((title) => alarmNamed(title, site));
    const rangBefore = new Set(alarms.filter((alarm) => readAlarm(alarm, calm, site.store).isRinging));
    let shown: readonly Shown[] | undefined;
    const span = await spanOf(site, async () => {
      shown = await drill.bringAbout(site);
    });
    await site.mend();
    const readings = new Map(alarms.map((alarm) => [alarm, readAlarm(alarm, span, site.store)]));
    for (const [alarm, reading] of readings)
      results.outcomes.push(outcomeOf(alarm, { drill, reading, rangBefore: rangBefore.has(alarm) }));
    results.outcomes.push(...compositesOf(drill, { site, readings }));
    if (drill.rings.length === 0) shown = [...(shown ?? []), quietIn(span, site)];
    results.shown.push(...(shown ?? []).map((one) => ({ ...one, cause: drill.cause })));
  }
  return results;
}

/** Begins and ends at a time from which every alarm counts its periods. */
async function spanOf(site: DrillSite, run: () => Promise<void>): Promise<Span> {
  const { now, wait } = site;
  const untilNext = () => wait((QUARTER - (now() % QUARTER)) / 60_000);
  // What is due at a quarter of an hour takes some milliseconds of the cloud's clock.
  if (now() % QUARTER > SLACK) await untilNext();
  const from = quarterOf(now());
  await run();
  await untilNext();
  return { from, to: quarterOf(now()) };
}

const QUARTER = CALM_MINUTES * 60_000;
const SLACK = 30_000;
const quarterOf = (time: number) => Math.floor(time / QUARTER) * QUARTER;

/** For a drill after which nothing must ring. Some alarms watch what only an account counts. */
function quietIn(span: Span, { watch, store }: DrillSite): Shown {
  const ringing = watch.alarms.filter(
    (alarm) => alarm.metric && alarm.missing === 'notBreaching' && readAlarm(alarm, span, store).isRinging,
  );
  const which = ringing.map(({ title }) => title).join(', ');
  return { what: which ? `no alarm rings: ${which}` : 'no alarm rings', isTrue: ringing.length === 0 };
}

function alarmNamed(title: string, { watch }: DrillSite): MetricAlarm {
  const found = watch.alarms.find((alarm) => alarm.title === title);
  if (!found) throw new Error(`Cannot drill because the template must have an alarm "${title}"`);
  return found;
}

function outcomeOf(
  { title, comparison, threshold }: MetricAlarm,
  given: { drill: Drill; reading: Reading; rangBefore: boolean },
): Outcome {
  const { drill, reading, rangBefore } = given;
  return {
    alarm: title,
    cause: drill.cause,
    value: reading.value,
    threshold: `${comparison === 'LessThanThreshold' ? '<' : '>='} ${threshold}`,
    result: rangBefore ? 'rang before its cause' : reading.isRinging ? 'rings' : 'did not ring',
  };
}

/** The composite alarms that have a part in the drill, by the states of these parts. */
function compositesOf(
  { cause }: Drill,
  { site, readings }: { site: DrillSite; readings: ReadonlyMap<MetricAlarm, Reading> },
): Outcome[] {
  const ringing = new Set([...readings].filter(([, { isRinging }]) => isRinging).map(([{ arn }]) => arn));
  const drilled = new Set([...readings.keys()].map(({ arn }) => arn));
  return site.watch.composites
    .filter((composite) => partsOf(composite).some((arn) => drilled.has(arn)))
    .map((composite) => ({
      alarm: composite.title,
      cause,
      result: readComposite(composite, (arn) => ringing.has(arn)) ? 'rings' : 'did not ring',
    }));
}
