import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { pick } from '../../../functions/aws/pick.ts';
import { requestErasure } from '../../../functions/commands/erase.ts';
import { eraseFiler } from '../../../functions/commands/erase-filer.ts';
import { ERASE_SERVICES, type EraseServices } from '../../../functions/commands/erase-services.ts';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { chunkName } from '../../../functions/domain/run/run.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import { startChange } from '../../../functions/start-phase/announcement/start-change.ts';
import { phaseServices } from '../../../functions/start-phase/services.ts';
import { aDateChangeCloud, type DateChangeCloud, DECEMBER } from '../../support/clouds/date-change-cloud.ts';

const CHANGE = 'date-change_20180725T130000Z';
const NAME = { phaseId: 'date-change', scheduledFor: '2018-07-25T13:00:00Z' };
const idOf = (user: string) => filerIdOf('test', user);
/** The first of all: without this filer every chunk begins one later. */
const [FIRST = '', ...OTHERS] = Array.from({ length: 9 }, (_, index) => `user${index}`).toSorted(
  (one, other) => (idOf(one) < idOf(other) ? -1 : 1),
);
/** Long enough for a start that nothing keeps from it. */
const START_MILLISECONDS = 400;

let world: DateChangeCloud;
afterEach(() => world?.cloud.stop());

/** Services of a start, and of one whose process dies when it has put the first of its chunks. */
function starters({ cloud }: DateChangeCloud) {
  const clock = { now: () => cloud.clock.now(), sleep: () => wait(10) };
  const runtime = { env: cloud.env, clock, log: { info: () => {}, error: () => {} } };
  const services = { ...phaseServices(runtime), chunkSize: 2 };
  const { chunks } = services;
  const putIfAbsent: typeof chunks.putIfAbsent = (at, chunk) =>
    at.chunk === chunkName(1) ? chunks.putIfAbsent(at, chunk) : Promise.reject(new Error('died'));
  const dying = { ...services, chunks: { ...chunks, putIfAbsent } };
  const start = (how: typeof services) =>
    startChange('date-change', { startedBy: 'person', services: how }).catch(() => {});
  return { runtime, services, start: () => start(services), startAndDie: () => start(dying) };
}

/** Services of an eraser: it looks at the runs when it is asked, before a row, and before the facts. Of these, every look at the runs is counted, and followed by what may happen then. */
function watched(services: EraseServices, then: (look: number) => Promise<void>): EraseServices {
  let looks = 0;
  const runs = async () => {
    const found = await services.runs.runs();
    await then(++looks);
    return found;
  };
  return { ...services, runs: { ...services.runs, runs } };
}

describe('a phase that starts, and dies, while a filer of it is being erased', () => {
  it.each([2, 3, 4])('mails every other filer once: right after look %i at the runs', async (at) => {
    world = await aDateChangeCloud([FIRST, ...OTHERS]);
    const { cloud } = world;
    await cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.plan(DECEMBER);
    const { runtime, services, start, startAndDie } = starters(world);
    const release = { by: personActor({ id: 'clerk1' }), why: 'go', at: cloud.clock.now().toString() };
    await services.phaseMarks.release(NAME, release);
    const eraser = pick(runtime, ERASE_SERVICES);
    const command = {
      act: 'erase',
      filerId: idOf(FIRST),
      neverMail: false,
      by: outsideActor(),
      why: 'x',
    } as const;
    let started: Promise<unknown> | undefined;
    const erasing = watched(eraser, async (look) => {
      if (look !== at) return;
      started = startAndDie();
      await Promise.race([started, wait(START_MILLISECONDS)]);
    });
    const { done } = await requestErasure(command, { services: erasing, requestId: 'r' });
    if (done) await eraseFiler((await erasing.erasures.find(idOf(FIRST)))!, erasing).catch(() => {});
    expect(started).toBeDefined();
    await started;
    await start();
    await cloud.advanceTo('2018-07-25T16:00:00Z');
    const mailed = world.mailed(CHANGE);
    expect(mailed.filter((user) => user !== FIRST)).toEqual(OTHERS.toSorted());
    const { runs } = (await cloud.invoke('Act', { act: 'reconcile' })) as RunsReport;
    expect(runs.map(({ differences }) => differences)).toEqual([[], []]);
    expect(await eraser.erasures.find(idOf(FIRST))).toMatchObject({ finishedAt: expect.any(String) });
    expect(await services.sendLog.factsOf(CHANGE, idOf(FIRST))).toEqual([]);
  });
});
