import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpEvent, HttpResult } from '../../../functions/console/http/event.ts';
import type { CommandAnswer, CommandInput } from '../../../functions/domain/command.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import type { SuppressedPage } from '../../../functions/queries/suppressed.ts';
import { aRestoredCloud, type RestoredCloud, UPDATE } from '../../support/clouds/restored-cloud.ts';
import { browserAt } from '../../support/console/browser.ts';

const FILERS = 60;
const RUN = 'notice-1_20180724T130000Z';
const SECOND = 'notice-1--2_20180724T130000Z';
const PERSON = { by: 'ops1', why: 'restored from a backup' };

/** The steps are those of docs/restore.md, in its order. */
describe.each([
  ['in the middle of the run', 20],
  ['before the run began', 0],
])('a launch restored to a point in time %s', (_where, backupAfter) => {
  let restored: RestoredCloud;

  beforeAll(async () => {
    restored = await aRestoredCloud({
      filers: FILERS,
      backupAfter,
      lostAfter: 40,
      bounces: 30,
      attached: '2018-07-24T13:40:00Z',
    });
  });
  afterAll(() => restored.stop());

  const ask = <Answer = CommandAnswer>(command: CommandInput) =>
    restored.cloud.invoke('Act', command) as Promise<Answer>;
  const heldBy = async (runId: string) => {
    const { runs } = await ask<RunsReport>({ act: 'runs' });
    return runs.find((run) => run.runId === runId)?.holds;
  };
  const sent = () => restored.cloud.outbox.map(({ to }) => to[0]!);

  it('lost what some filers were sent', () => {
    expect(restored.before).toHaveLength(40);
  });

  it('holds everything at once, and notifies people', async () => {
    await restored.cloud.advanceTo('2018-07-24T13:46:00Z');
    expect(sent()).toEqual(restored.before);
    expect(await heldBy(RUN)).toContain('all:restored');
    expect(restored.cloud.notices.filter(({ text }) => text.includes('restored'))).not.toEqual([]);
  });

  it('still sends nothing when a person lifts that too early: the run is held as well', async () => {
    // SES had paused when the backup was made.
    if (backupAfter > 0) await ask({ act: 'lift', scope: 'all', reason: 'ses-account-paused', ...PERSON });
    const lifted = await ask({ act: 'lift', scope: 'all', reason: 'restored', ...PERSON });
    expect(lifted).toMatchObject({ done: true, words: expect.stringContaining('has resumed.') });
    await restored.cloud.advanceTo('2018-07-24T13:56:00Z');
    expect(sent()).toEqual(restored.before);
    expect(await heldBy(RUN)).toEqual(['restored']);
  });

  it('reads nothing that was uploaded after the backup before a person uploads it again', async () => {
    const { cloud } = restored;
    expect(cloud.log.filter(({ code }) => code === 'upload-requeued')).toEqual([]);
    expect([...(await cloud.read('reports/update/')).keys()]).toHaveLength(1);
    await cloud.put('inbox/update/again.csv', UPDATE);
    await cloud.settle();
    const reports = [...(await cloud.read('reports/update/again.csv/')).values()];
    expect(reports.map((report) => JSON.parse(Buffer.from(report).toString()))).toMatchObject([
      { refused: null, held: [] },
    ]);
  });

  it('has what was sent, and whom to suppress, back from the archive of what SES said', async () => {
    const { cloud } = restored;
    cloud.replay({ from: cloud.clock.now().subtract({ hours: 2 }), to: cloud.clock.now() });
    await cloud.settle();
    const { suppressed } = await ask<SuppressedPage>({ act: 'suppressed' });
    expect(suppressed).toHaveLength(1);
  });

  it('cancels the run, whose emails that are left are settled without being sent', async () => {
    const { cloud } = restored;
    const clara = browserAt(
      (event: HttpEvent) => cloud.invoke('Console', event) as Promise<HttpResult>,
      cloud,
    );
    await clara.signIn('clara');
    const form = { run: RUN, confirm: 'cancel', why: PERSON.why, csrf: await clara.csrf() };
    expect((await clara.post('/phases/notice-1/cancel', form)).statusCode).toBe(303);
    await cloud.advanceTo('2018-07-24T14:16:00Z');
    expect(sent()).toEqual(restored.before);
  });

  it('sends each filer who got nothing one email by another run, and no one a second', async () => {
    const { cloud } = restored;
    await cloud.invoke('ReleasePhase', { phaseId: 'notice-1', ...PERSON });
    await cloud.advanceTo('2018-07-24T14:21:00Z');
    expect(sent()).toEqual(restored.before);
    expect(await heldBy(SECOND)).toEqual(['restored']);
    await ask({ act: 'lift', scope: SECOND, reason: 'restored', ...PERSON });
    await cloud.advanceTo('2018-07-24T14:36:00Z');
    expect([...restored.counts().values()]).toEqual(Array.from({ length: FILERS }, () => 1));
  });

  it('balances', async () => {
    const { runs } = await ask<RunsReport>({ act: 'reconcile' });
    expect(runs.map(({ runId, differences }) => [runId, differences])).toEqual([
      [SECOND, []],
      [RUN, []],
    ]);
    expect(restored.cloud.denials).toEqual([]);
  });
});
