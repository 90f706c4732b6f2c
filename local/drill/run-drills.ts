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
  /** `fires`; otherwise what was wrong. */
  readonly result: 'fires' | 'did not fire' | 'fired before its cause';
}

/** What all drills showed. */
export interface DrillResults {
  readonly outcomes: readonly Outcome[];
  readonly shown: readonly (Shown & { readonly cause: string })[];
}

/** How long everything must be quiet before each drill: the longest alarm asks for two quarters of an hour. */
const CALM_MINUTES = 15;

/** Brings about each cause in turn. @param onBegin Called as each drill begins. */
export async function runDrills(
  drills: readonly Drill[],
  { site, onBegin }: { readonly site: DrillSite; readonly onBegin?: (drill: Drill) => void },
): Promise<DrillResults> {
  const results: { outcomes: Outcome[]; shown: (Shown & { cause: string })[] } = { outcomes: [], shown: [] };
  for (const drill of drills) {
    onBegin?.(drill);
    const calm = await spanOf(site, async () => {});
    const alarms = drill.fires.map((title) => alarmNamed(title, site));
    const firedBefore = new Set(alarms.filter((alarm) => readAlarm(alarm, calm, site.store).isFiring));
    let shown: readonly Shown[] | undefined;
    const span = await spanOf(site, async () => {
      shown = await drill.bringAbout(site);
    });
    await site.mend();
    const readings = new Map(alarms.map((alarm) => [alarm, readAlarm(alarm, span, site.store)]));
    for (const [alarm, reading] of readings)
      results.outcomes.push(outcomeOf(alarm, { drill, reading, firedBefore: firedBefore.has(alarm) }));
    results.outcomes.push(...compositesOf(drill, { site, readings }));
    if (drill.fires.length === 0) shown = [...(shown ?? []), quietIn(span, site)];
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

/** For a drill after which no alarm may fire. Some alarms watch what only an account counts. */
function quietIn(span: Span, { watch, store }: DrillSite): Shown {
  const firing = watch.alarms.filter(
    (alarm) => alarm.metric && alarm.missing === 'notBreaching' && readAlarm(alarm, span, store).isFiring,
  );
  const which = firing.map(({ title }) => title).join(', ');
  return { what: which ? `no alarm fires: ${which}` : 'no alarm fires', isTrue: firing.length === 0 };
}

function alarmNamed(title: string, { watch }: DrillSite): MetricAlarm {
  const found = watch.alarms.find((alarm) => alarm.title === title);
  if (!found) throw new Error(`Cannot drill because the template must have an alarm "${title}"`);
  return found;
}

function outcomeOf(
  { title, comparison, threshold }: MetricAlarm,
  given: { drill: Drill; reading: Reading; firedBefore: boolean },
): Outcome {
  const { drill, reading, firedBefore } = given;
  return {
    alarm: title,
    cause: drill.cause,
    value: reading.value,
    threshold: `${comparison === 'LessThanThreshold' ? '<' : '>='} ${threshold}`,
    result: firedBefore ? 'fired before its cause' : reading.isFiring ? 'fires' : 'did not fire',
  };
}

/** The composite alarms that have a part in the drill, by the states of these parts. */
function compositesOf(
  { cause }: Drill,
  { site, readings }: { site: DrillSite; readings: ReadonlyMap<MetricAlarm, Reading> },
): Outcome[] {
  const firing = new Set([...readings].filter(([, { isFiring }]) => isFiring).map(([{ arn }]) => arn));
  const drilled = new Set([...readings.keys()].map(({ arn }) => arn));
  return site.watch.composites
    .filter((composite) => partsOf(composite).some((arn) => drilled.has(arn)))
    .map((composite) => ({
      alarm: composite.title,
      cause,
      result: readComposite(composite, (arn) => firing.has(arn)) ? 'fires' : 'did not fire',
    }));
}
