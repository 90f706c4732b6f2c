import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Cloud } from '../cloud/cloud.ts';
import type { LogLine } from '../cloud/lambda/functions.ts';
import { uploadTable } from '../rehearse/uploads.ts';

/** Something that comes at its time. */
export interface Coming {
  readonly at: Temporal.Instant;
  readonly what: string;
}

/** A file of the example that its clerk uploads at a date. */
export interface DatedUpload extends Coming {
  readonly file: string;
  readonly isDone: boolean;
}

/** The last move of the clock, or upload, in words. */
export interface LastAct {
  readonly ok: boolean;
  readonly text: string;
}

/** What can be seen and done at the clock of a live cloud. */
export interface ClockDesk {
  readonly zone: string;
  now(): Temporal.Instant;
  /** Where the clock is on its way to; `null` while it goes on by itself. */
  movingTo(): Temporal.Instant | null;
  /** What comes, by time: phases, and dated uploads that nobody has made. */
  coming(): Promise<Coming[]>;
  /** By time; none where the launch isn't the example's. */
  uploads(): Promise<DatedUpload[]>;
  last(): LastAct | null;
  /** Moves forward through everything that is due until then. @throws Error when a step fails. */
  goTo(at: Temporal.Instant): Promise<void>;
  /** Uploads a dated file. @throws Error when it is refused or held, or is none of them. */
  upload(file: string): Promise<void>;
}

/** @param options.updates directory of the dated uploads, named after the court's time: `2018-10-24T0700-….csv` */
export function clockDesk(cloud: Cloud, options: { zone: string; updates?: string }): ClockDesk {
  const { zone } = options;
  const files = options.updates ? filesIn(options.updates, zone) : [];
  let target: Temporal.Instant | null = null;
  let last: LastAct | null = null;

  async function uploads(): Promise<DatedUpload[]> {
    const keys = new Set([...(await cloud.read('inbox/update/')).keys()].map((key) => basename(key)));
    return files.map((one) => ({ ...one, isDone: keys.has(one.file) }));
  }

  /** One act at a time; what it came to is kept for the page. */
  async function act(to: Temporal.Instant, run: () => Promise<string>): Promise<void> {
    if (target) throw new Error('Cannot move the clock because it is on its way already');
    target = to;
    try {
      last = { ok: true, text: await run() };
    } catch (error) {
      const { message, details = [] } = error as Error & { details?: readonly string[] };
      last = { ok: false, text: [message, ...details].join(' · ') };
      throw error;
    } finally {
      target = null;
    }
  }

  return {
    zone,
    now: () => cloud.clock.now(),
    movingTo: () => target,
    uploads,
    last: () => last,
    coming: async () => {
      const open = (await uploads()).filter(({ isDone }) => !isDone);
      const due = open.map(({ at, file }) => ({ at, what: `The upload ${file}` }));
      return [...phasesOf(cloud), ...due]
        .filter(({ at }) => Temporal.Instant.compare(at, cloud.clock.now()) > 0)
        .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
    },
    goTo: (at) =>
      act(at, async () => {
        const began = cloud.clock.now();
        const before = cloud.outbox.length;
        await cloud.advanceTo(at);
        const sent = cloud.outbox.length - before;
        return `The clock was moved. ${sent === 1 ? '1 email' : `${sent.toLocaleString('en-US')} emails`} went out on the way.${heldSince(cloud, began)}`;
      }),
    upload: (file) =>
      act(cloud.clock.now(), async () => {
        if (!files.some((one) => one.file === file))
          throw new Error('Cannot upload the file because it must be one of the example’s');
        const path = join(options.updates!, file);
        await uploadTable(cloud, { kind: 'update', file: { path, content: readFileSync(path) } });
        return `${file} is in force.`;
      }),
  };
}

/** Phases that didn't start, in words. */
function heldSince({ log }: Pick<Cloud, 'log'>, began: Temporal.Instant): string {
  const isHeld = ({ at, code }: LogLine) => code === 'phase-held' && Temporal.Instant.compare(at, began) >= 0;
  const phases = [...new Set(log.filter(isHeld).map(({ fields }) => String(fields.phase)))];
  return phases.length > 0 ? ` What waits for you, in the console: ${phases.join(', ')}.` : '';
}

/** Schedules that the plan has set: each starts its phase. */
function phasesOf(cloud: Cloud): Coming[] {
  return cloud
    .schedules()
    .flatMap(({ name, next, recurrence }) =>
      next && recurrence.kind === 'at' ? [{ at: next, what: `The phase ${name}` }] : [],
    );
}

/** `2018-10-24T0700-link-status.csv`: the court's date and time come first. */
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
