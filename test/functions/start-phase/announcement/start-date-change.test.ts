import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamo } from '../../../../functions/aws/clients.ts';
import { frozenAudienceStore } from '../../../../functions/aws/frozen-audiences.ts';
import { sendLogStore } from '../../../../functions/aws/send-log.ts';
import { personActor } from '../../../../functions/domain/actor.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { RunsReport } from '../../../../functions/queries/run-reports.ts';
import { startChange } from '../../../../functions/start-phase/announcement/start-change.ts';
import { toldByShard } from '../../../../functions/start-phase/announcement/told.ts';
import { phaseServices } from '../../../../functions/start-phase/services.ts';
import {
  aDateChangeCloud,
  type DateChangeCloud,
  DECEMBER,
  NOTICE,
} from '../../../support/clouds/date-change-cloud.ts';

const CHANGE = 'date-change_20180725T130000Z';
const USERS = Array.from({ length: 13 }, (_, index) => `user${index}`);

let world: DateChangeCloud;
afterEach(() => world?.cloud.stop());

/** A client whose process dies at its nth call: before it arrives, or before its answer is back. */
function dyingAt(call: number, db: DynamoDBClient): DynamoDBClient {
  let calls = 0;
  return new Proxy(db, {
    get: (target, member) => {
      if (member !== 'send') return Reflect.get(target, member);
      return async (command: Parameters<typeof target.send>[0]) => {
        calls++;
        if (calls > call || (calls === call && call % 4 === 1)) throw new Error('died');
        const answer = await target.send(command);
        if (calls === call) throw new Error('died');
        return answer;
      };
    },
  });
}

describe('a change of dates whose start dies at one call after another', () => {
  it('tells each of its filers once, though the log it is decided from grows meanwhile', async () => {
    world = await aDateChangeCloud(USERS);
    const { cloud } = world;
    await cloud.advanceTo('2018-07-25T13:00:00Z');
    await world.plan(DECEMBER);
    const runtime = { env: cloud.env, clock: cloud.clock, log: { info: () => {}, error: () => {} } };
    const db = dynamo();
    const log = sendLogStore(runtime, db);
    const name = { phaseId: 'date-change', scheduledFor: '2018-07-25T13:00:00Z' };
    const at = cloud.clock.now().toString();
    await phaseServices(runtime, { db }).phaseMarks.release(name, {
      by: personActor({ id: 'clerk1' }),
      why: 'go',
      at,
    });
    const tell = (call: number): Promise<boolean> => {
      const services = phaseServices(runtime, { db: dyingAt(call, db) });
      return startChange('date-change', {
        startedBy: 'person',
        services: { ...services, chunkSize: 2 },
      }).then(
        ({ started }) => started,
        () => false,
      );
    };
    const store = frozenAudienceStore(cloud.env, db);
    // One dies while it writes down whom to tell, and another right after that.
    const services = phaseServices(runtime, { db });
    const { runs: runsOf } = services;
    await tell(60);
    const others = (await runsOf.runs()).filter(({ runId }) => runId !== CHANGE);
    const plan = await services.planOf((await runsOf.run(CHANGE))!);
    await store.freeze(CHANGE, () => toldByShard('date-change', others, { plan, services }));
    let deaths = 0;
    for (let call = 1; !(await tell(call)); call++) {
      const filerId = filerIdOf('test', USERS[deaths++ % USERS.length]!);
      await log.append([{ runId: NOTICE, filerId, attempt: 1, kind: 'complained', at }]);
    }
    expect(deaths).toBeGreaterThan(10);
    await cloud.advanceTo('2018-07-25T14:00:00Z');
    const frozen = await store.ofRun(CHANGE);
    const mailed = world.mailed(CHANGE);
    expect(new Set(mailed).size).toBe(mailed.length);
    expect(mailed.map((user) => filerIdOf('test', user)).toSorted()).toEqual([...frozen.keys()].toSorted());
    expect(mailed).toHaveLength(USERS.length);
    const { runs } = (await cloud.invoke('Act', { act: 'reconcile' })) as RunsReport;
    expect(runs.find(({ runId }) => runId === CHANGE)).toMatchObject({ differences: [] });
  });
});
