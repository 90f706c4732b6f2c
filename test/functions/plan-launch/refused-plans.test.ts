import { describe, expect, it } from 'vitest';
import { SECRET, uploadFormsOf } from '../../../functions/aws/upload-forms.ts';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { planWith } from '../../support/builders/plan.ts';
import { aCloudForEach, DONE, FAILED, FOUR, MOVED, PLAN } from './uploaded-plans.ts';

const { cloud, moveTo, upload, currentPlan, report, events } = aCloudForEach();

/** Signs a form for a person. @returns the metadata of its file */
async function signed(name: string, by: string): Promise<Record<string, string>> {
  const forms = uploadFormsOf(cloud(), cloud().db);
  return { [SECRET]: await forms.sign({ key: `inbox/launch/${name}`, by }) };
}

describe('plan-launch, with what is no plan', () => {
  it('refuses it with every problem, and changes nothing', async () => {
    await upload(PLAN);
    const before = await currentPlan();
    const wrong = planWith({ name: 'other-2018', 'court.helpDesk.email': 'help@example.com', phases: [] });
    await upload(JSON.stringify(wrong, null, 2), '2018/wrong plan.json');
    expect(await currentPlan()).toEqual(before);
    expect(await cloud().schedules()).toEqual(FOUR);
    const key = '2018/wrong plan.json/20180701T130200Z.json';
    expect(await report(key)).toMatchObject({
      outcome: 'refused',
      problems: [
        {
          path: '$.name',
          line: 2,
          found: '"other-2018"',
          message: 'must be "test-2018", the launch deployed here',
        },
        { path: '$.court.helpDesk.email', line: 12 },
        { path: '$.phases', message: 'must have at least 1 entry' },
      ],
      inForce: { version: before?.version },
    });
    expect((await events())[1]).toEqual([
      'LaunchRefused',
      { launch: 'test-2018', uploadedAt: '2018-07-01T13:02:00Z', problems: 3 },
    ]);
  });

  it('tells people what is wrong, where, and what counts meanwhile', async () => {
    await upload('{ "name": ');
    const text = (await cloud().reports()).get('reports/launch/launch.json/20180701T130100Z.txt');
    expect(text).toBe(
      [
        "The launch plan can't be used: 1 problem. Nothing has changed.",
        'No plan is active yet.',
        '',
        'Launch:   test-2018',
        'Upload:   inbox/launch/launch.json, on Sun, Jul 1, 2018, 1:01 p.m. UTC',
        '',
        '1. $ (line 1)',
        '   found:  the end of the file in line 1, column 11',
        '   must be JSON: this is out of place',
        '',
      ].join('\n'),
    );
  });

  it.each<[what: string, name: string, content: string | Uint8Array, found: string, message: string]>([
    ['another ending', 'launch.yaml', PLAN, '.yaml', 'must be a file whose name ends in .json'],
    ['no ending', 'launch', PLAN, 'a name without an ending', 'must be a file whose name ends in .json'],
    [
      'too large a file',
      'launch.json',
      `${' '.repeat(1024 * 1024)}{}`,
      '1048578 bytes',
      'must be a file of at most 1048576 bytes',
    ],
    [
      'no UTF-8',
      'launch.json',
      new Uint8Array([0xff, 0xfe, 0x7b, 0x00]),
      'bytes that are no UTF-8',
      'must be text saved as UTF-8',
    ],
  ])('refuses %s', async (_what, name, content, found, message) => {
    await upload(content, name);
    expect(await report(`${name}/20180701T130100Z.json`)).toMatchObject({
      outcome: 'refused',
      problems: [{ path: '$', found, message }],
    });
    expect(await currentPlan()).toBeNull();
  });

  it('leaves folders and deleted uploads alone', async () => {
    await upload('', 'folder/');
    const gone = (await cloud().put('x.json', PLAN)).replace('x.json', 'gone.json');
    expect(await cloud().deliver(gone)).toEqual([DONE]);
    expect((await cloud().reports()).size).toBe(0);
    expect(await events()).toEqual([]);
  });

  it('gives back a message that is none of S3', async () => {
    expect(await cloud().deliver('{"time":"2018-07-01T13:00:00Z"}')).toEqual([FAILED]);
  });
});

describe('who uploaded a plan', () => {
  it('is the person whom the form was signed for', async () => {
    await cloud().deliver(await cloud().put('a.json', PLAN, await signed('a.json', 'clara')));
    expect((await currentPlan())?.by).toEqual(personActor({ id: 'clara' }));
  });

  it.each([
    ['a person’s id', { by: 'clara' }],
    ['a made-up form', { by: 'clara', [SECRET]: 'guessed' }],
    ['nothing', {}],
  ])('attack: a plan whose metadata claim %s is no one’s', async (_what, metadata) => {
    await cloud().deliver(await cloud().put('a.json', PLAN, metadata));
    expect((await currentPlan())?.by).toEqual(outsideActor());
  });

  it('attack: another plan sent with a used form changes nothing', async () => {
    const metadata = await signed('a.json', 'clara');
    const first = await cloud().put('a.json', PLAN, metadata);
    await cloud().deliver(first);
    moveTo('2018-07-01T13:10:00Z');
    const second = await cloud().put('a.json', MOVED, metadata);
    expect(await cloud().deliver(second)).toEqual([DONE]);
    expect((await currentPlan())?.uploadedAt).toBe('2018-07-01T13:00:00Z');
    expect([...(await cloud().reports()).values()].at(-1)).toContain('belongs to another upload');
  });

  it('attack: a plan put before a person’s form, in its place, is refused; the person’s counts', async () => {
    const metadata = await signed('a.json', 'clara');
    await cloud().deliver(await cloud().put('a.json', MOVED, { by: 'clara' }));
    expect(await currentPlan()).toBeNull();
    moveTo('2018-07-01T13:10:00Z');
    await cloud().deliver(await cloud().put('a.json', PLAN, metadata));
    expect((await currentPlan())?.by).toEqual(personActor({ id: 'clara' }));
  });
});
