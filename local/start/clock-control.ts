import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { phaseName } from '../../functions/domain/plan/phase-name.ts';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { LogLine } from '../cloud/lambda/functions.ts';
import { uploadTable } from '../rehearse/uploads.ts';

/** Something that will happen at a time. */
export interface Upcoming {
  readonly at: Temporal.Instant;
  readonly what: string;
}

/** A file of the example that its clerk uploads at a date. */
export interface DatedUpload extends Upcoming {
  readonly file: string;
  readonly isDone: boolean;
}

/** What came of the last move of the clock or upload. */
export interface LastAction {
  readonly ok: boolean;
  /** In words, for the page. */
  readonly text: string;
}

/** What the clock's page shows of a cloud, and does in it. */
export interface ClockControl {
  /** The court's; before there is a plan, that of the start. */
  zone(): Promise<string>;
  now(): Temporal.Instant;
  /** Where the clock is being moved to; `null` while it runs. */
  movingTo(): Temporal.Instant | null;
  /** What will happen, by time: phases, and dated uploads that aren't made yet. */
  upcoming(): Promise<Upcoming[]>;
  /** The example's dated uploads, by time; none for another launch. */
  uploads(): Promise<DatedUpload[]>;
  /** What came of the last move or upload, told once: on a page that is opened later it would look like news. */
  takeLast(): LastAction | null;
  /** Moves the clock forward through everything that is due until then. @throws Error when a step fails. */
  goTo(at: Temporal.Instant): Promise<void>;
  /** Uploads a dated file. @throws Error when it is refused or held, or is none of them. */
  upload(file: string): Promise<void>;
}

/**
 * Controls the clock of a cloud.
 * @param options.zone of the dated uploads, and of times before there is a plan
 * @param options.plan the active plan
 * @param options.updates directory of the dated uploads, named after the court's time: `2018-10-24T0700-….csv`
 */
export function clockControl(
  cloud: Cloud,
  options: { zone: string; plan: () => Promise<Plan | null>; updates?: string },
): ClockControl {
  const { zone } = options;
  const files = options.updates ? filesIn(options.updates, zone) : [];
  const moves = oneAtATime();

  async function uploads(): Promise<DatedUpload[]> {
    const keys = new Set([...(await cloud.read('inbox/update/')).keys()].map((key) => basename(key)));
    return files.map((one) => ({ ...one, isDone: keys.has(one.file) }));
  }

  return {
    zone: async () => (await options.plan())?.court.zone ?? zone,
    now: () => cloud.clock.now(),
    movingTo: moves.movingTo,
    uploads,
    takeLast: moves.takeLast,
    upcoming: async () => {
      const open = (await uploads()).filter(({ isDone }) => !isDone);
      const due = open.map(({ at, file }) => ({ at, what: `The upload ${file}` }));
      return [...upcomingPhases(cloud, await options.plan()), ...due]
        .filter(({ at }) => Temporal.Instant.compare(at, cloud.clock.now()) > 0)
        .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
    },
    goTo: (at) =>
      moves.run(at, async () => {
        const began = cloud.clock.now();
        const before = cloud.outbox.length;
        await cloud.advanceTo(at);
        const sent = counted(cloud.outbox.length - before);
        return `The clock was moved. ${sent} sent.${heldSince(cloud, began)}`;
      }),
    upload: (file) =>
      moves.run(cloud.clock.now(), async () => {
        if (!files.some((one) => one.file === file))
          throw new Error('Cannot upload the file because it must be one of the example’s');
        const path = join(options.updates!, file);
        await uploadTable(cloud, { kind: 'update', file: { path, content: readFileSync(path) } });
        return `${file} is active.`;
      }),
  };
}

/** Does one thing at a time, and keeps its result until a page shows it. */
function oneAtATime() {
  let target: Temporal.Instant | null = null;
  let last: LastAction | null = null;
  return {
    movingTo: () => target,
    takeLast: () => {
      const taken = last;
      last = null;
      return taken;
    },
    async run(to: Temporal.Instant, work: () => Promise<string>): Promise<void> {
      if (target) throw new Error('Cannot move the clock because it is already moving');
      target = to;
      last = null;
      try {
        last = { ok: true, text: await work() };
      } catch (error) {
        const { message, details = [] } = error as Error & { details?: readonly string[] };
        last = { ok: false, text: [message, ...details].join(' · ') };
        throw error;
      } finally {
        target = null;
      }
    },
  };
}

function counted(emails: number): string {
  return emails === 1 ? '1 email' : `${emails.toLocaleString('en-US')} emails`;
}

/** Phases that didn't start, in words. */
function heldSince({ log }: Pick<Cloud, 'log'>, began: Temporal.Instant): string {
  const isHeld = ({ at, code }: LogLine) => code === 'phase-held' && Temporal.Instant.compare(at, began) >= 0;
  const phases = [...new Set(log.filter(isHeld).map(({ fields }) => String(fields.phase)))];
  return phases.length > 0 ? ` Waiting for you in the console: ${phases.join(', ')}.` : '';
}

/** The plan's schedules: each starts its phase. */
function upcomingPhases(cloud: Cloud, plan: Plan | null): Upcoming[] {
  const names = new Map((plan ? phasesOf(plan) : []).map((phase) => [phase.id, phaseName(phase)]));
  return cloud
    .schedules()
    .flatMap(({ name, next, recurrence }) =>
      next && recurrence.kind === 'at' ? [{ at: next, what: names.get(name) ?? `The phase ${name}` }] : [],
    );
}

/** `2018-10-24T0700-progress.csv`: the court's date and time come first. */
const DATED = /^(\d{4}-\d\d-\d\dT\d{4})-.+\.csv$/;

function filesIn(directory: string, zone: string): Omit<DatedUpload, 'isDone'>[] {
  return readdirSync(directory)
    .toSorted()
    .flatMap((file) => {
      const [, wall] = DATED.exec(file) ?? [];
      if (!wall) return [];
      const at = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();
      return [{ at, file, what: file }];
    });
}
