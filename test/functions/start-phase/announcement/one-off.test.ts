import { afterEach, describe, expect, it } from 'vitest';
import { pick } from '../../../../functions/aws/pick.ts';
import { auditLog, oneOffs, phaseMarks, plans } from '../../../../functions/aws/services.ts';
import { createOneOff, saveOneOff, type WrittenOneOff } from '../../../../functions/commands/one-off.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { Group } from '../../../../functions/domain/run/group.ts';
import { type OneOff, oneOffName } from '../../../../functions/domain/run/one-off.ts';
import { runIdOf } from '../../../../functions/domain/run/run.ts';
import {
  aDateChangeCloud,
  type DateChangeCloud,
  DECEMBER,
} from '../../../support/clouds/date-change-cloud.ts';

const ALL: Extract<Group, { by: 'filter' }> = { by: 'filter', states: [], types: [], flags: [] };
const WRITTEN = {
  subject: 'The clerk’s office is closed today',
  text: 'Call **{{help-desk-phone}}** if you need help.',
  group: ALL,
  by: 'clara',
};
const FIRST = { 'court.helpDesk.phone': '212-555-0100' };
let world: DateChangeCloud;

afterEach(async () => {
  const { cloud } = world;
  await cloud.stop();
  expect(cloud.failures).toEqual([]);
  expect(cloud.denials).toEqual([]);
});

function services() {
  const { env, clock } = world.cloud;
  const log = { info: () => {}, error: () => {} };
  return pick({ env, clock, log }, { auditLog, oneOffs, phaseMarks, plans });
}

let requests = 0;
async function write(written: Partial<WrittenOneOff> = {}): Promise<OneOff> {
  const context = { services: services(), requestId: `request-${++requests}` };
  const result = await createOneOff({ ...WRITTEN, ...written }, context);
  if (result.result !== 'saved') throw new Error(JSON.stringify(result));
  return result.oneOff;
}

const release = ({ id }: OneOff) =>
  world.cloud.invoke('ReleasePhase', { phaseId: id, by: 'clara', why: 'the storm' });
const runOf = (oneOff: OneOff) => runIdOf(oneOff.id, oneOffName(oneOff).scheduledFor);

async function later(minutes = 20): Promise<void> {
  await world.cloud.advanceTo(world.cloud.clock.now().add({ minutes }));
}

/** A launch whose first notice isn't out yet. */
async function begin(): Promise<void> {
  world = await aDateChangeCloud(['ann', 'ben', 'cam'], { first: FIRST });
}

describe('a one-off message', () => {
  it('sends nothing before a person releases it, then goes to each filer of its group once', async () => {
    await begin();
    const oneOff = await write();
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual([]);
    expect(await release(oneOff)).toMatchObject({ started: true, runId: runOf(oneOff) });
    expect(await release(oneOff)).toMatchObject({ started: true });
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual(['ann', 'ben', 'cam']);
    const [letter] = await world.letters(runOf(oneOff), 'ann');
    expect(letter!.subject).toMatch(/^[A-Z]+: The clerk’s office is closed today$/);
    expect(letter!.text).toContain('Call 212-555-0100 if you need help.');
    expect(letter!.text).toContain('How to know that this email is real');
  });

  it.each<[string, Group, string[]]>([
    ['a list', { by: 'list', filerIds: [filerIdOf('test', 'ben')] }, ['ben']],
    ['a state that no one is in', { ...ALL, states: ['linked'] }, []],
    [
      'those who did not receive the first notice',
      { ...ALL, received: { phaseId: 'notice-1', isYes: false } },
      ['new'],
    ],
    [
      'those who received the first notice',
      { ...ALL, received: { phaseId: 'notice-1', isYes: true } },
      ['ann', 'ben', 'cam'],
    ],
  ])('goes to %s', async (_what, group, mailed) => {
    await begin();
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    await world.roster(['ann', 'ben', 'cam', 'new']);
    const oneOff = await write({ group });
    await release(oneOff);
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual(mailed);
  });

  it('can’t be changed once it is released', async () => {
    await begin();
    const oneOff = await write();
    await release(oneOff);
    const save = { ...WRITTEN, id: oneOff.id, seen: oneOff.revision, text: 'Something else.' };
    const context = { services: services(), requestId: 'attack' };
    expect(await saveOneOff(save, context)).toEqual({ result: 'changed' });
    const forged = { ...oneOff, text: 'Something else.', revision: 2 };
    expect(await services().oneOffs.replace(forged, 1)).toBe(false);
  });

  it('stays unsent where a release mark is written past the console', async () => {
    await begin();
    const oneOff = await write();
    const at = world.cloud.clock.now().toString();
    const by = { kind: 'person', id: 'mallory' } as const;
    await services().phaseMarks.release(oneOffName(oneOff), { by, why: 'x', at });
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual([]);
  });

  it('waits when a newer plan lacks what it names', async () => {
    await begin();
    const oneOff = await write();
    await world.plan({ 'court.helpDesk.phone': undefined });
    expect(await release(oneOff)).toMatchObject({ started: false, reason: 'unfit-text' });
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual([]);
  });

  it('stops when it is canceled, and goes on to the others once a person releases it again', async () => {
    await begin();
    const oneOff = await write();
    await world.cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'clara', why: 'a pause' });
    await release(oneOff);
    await world.plan({ ...FIRST, ...DECEMBER });
    await world.cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'clara', why: 'go on' });
    await later();
    expect(world.mailed(runOf(oneOff))).toEqual([]);
    await release(oneOff);
    await later();
    expect(world.mailed(runIdOf(oneOff.id, oneOff.createdAt, 2))).toEqual(['ann', 'ben', 'cam']);
  });

  it('that names no date announces none: filers still hear when the date moves', async () => {
    await begin();
    await world.cloud.advanceTo('2018-07-24T14:00:00Z');
    await world.plan({ ...FIRST, ...DECEMBER });
    const oneOff = await write({ text: 'We are closed.' });
    await release(oneOff);
    await later();
    await world.cloud.invoke('ReleasePhase', { phaseId: 'date-change', by: 'clara', why: 'new date' });
    await later();
    expect(world.mailed('date-change_20180724T140000Z')).toEqual(['ann', 'ben', 'cam']);
  });

  it.each([
    ['a foreign link', { text: 'See [this](https://evil.example.com).' }, 'lead to uscourts.gov'],
    ['an unknown placeholder', { text: 'Call {{nobody}}.' }, 'placeholder from the list'],
    ['a heading', { text: '# Closed' }, 'heading'],
    ['no subject', { subject: ' ' }, 'must not be empty'],
  ])('is refused with %s', async (_what, written, problem) => {
    await begin();
    await expect(write(written)).rejects.toThrow(problem);
  });
});
