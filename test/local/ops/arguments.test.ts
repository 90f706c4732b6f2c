import { describe, expect, it } from 'vitest';
import { opsArguments } from '../../../local/ops/arguments.ts';

const RUN = 'notice-1_20180724T130000Z';
const FILER = '0123456789abcdef';
const WHO = { by: 'ops1', why: 'because' };

function refusalOf(given: string[]): unknown {
  try {
    return opsArguments(given);
  } catch (error) {
    return error;
  }
}

describe('opsArguments', () => {
  it.each<[line: string, command: Record<string, unknown>]>([
    ['runs', { act: 'runs' }],
    ['attention --limit 5', { act: 'attention', limit: 5 }],
    [`show ${FILER}`, { act: 'show', filerId: FILER }],
    [`reconcile --run ${RUN}`, { act: 'reconcile', runId: RUN }],
    ['pause --all --why because --by ops1', { act: 'hold', scope: 'all', ...WHO }],
    ['hold --all --why because --by ops1', { act: 'hold', scope: 'all', ...WHO }],
    [`hold --run ${RUN} --why because --by ops1`, { act: 'hold', scope: RUN, ...WHO }],
    ['lift --all --why because --by ops1', { act: 'lift', scope: 'all', ...WHO }],
    [
      'lift --all --reason ses-credentials --why because --by ops1',
      { act: 'lift', scope: 'all', reason: 'ses-credentials', ...WHO },
    ],
    [
      `retry --run ${RUN} --filer ${FILER} --why because --by ops1`,
      { act: 'retry', runId: RUN, filerId: FILER, ...WHO },
    ],
    [
      `retry --run ${RUN} --all --reason sender-stopped --why because --by ops1`,
      { act: 'retry', runId: RUN, all: true, reason: 'sender-stopped', ...WHO },
    ],
    ['redrive --why because --by ops1', { act: 'redrive', ...WHO }],
    ['release --phase notice-1 --why because --by ops1', { act: 'release', phaseId: 'notice-1', ...WHO }],
    ['activate --roster v1 --why because --by ops1', { act: 'activate', version: 'v1', ...WHO }],
    ['reject --roster v1 --why because --by ops1', { act: 'reject', version: 'v1', ...WHO }],
    ['keep --roster v1 --why because --by ops1', { act: 'keep', version: 'v1', ...WHO }],
    ['plans --limit 3', { act: 'plans', limit: 3 }],
    ['phone-list', { act: 'phone-list' }],
  ])('reads %s', (line, command) => {
    expect(opsArguments(line.split(' '))).toEqual({ command, json: false, aws: undefined, out: undefined });
  });

  it('takes the options for all commands after the command, too', () => {
    expect(opsArguments(['runs', '--json', '--aws', 'outputs.json'])).toMatchObject({
      json: true,
      aws: 'outputs.json',
    });
  });

  it("says who acts by a hash of the login's name when no one says it", () => {
    const { command } = opsArguments(['hold', '--all', '--why', 'x']) as { command: { by: string } };
    expect(command.by).toMatch(/^login-[0-9a-f]{12}$/);
  });

  it.each([
    ['hold --why x', 'Give --all, or --run ID'],
    [`hold --all --run ${RUN} --why x`, 'not both'],
    ['hold --all', "required option '--why <words>' not specified"],
    ['hold --all --why x --by jo@example.com', '--by must be a sign-in id'],
    ['attention --limit many', '--limit must be a whole number from 1 to 500: it is no number'],
    ['plans --limit 501', '--limit must be a whole number from 1 to 500: it is 501'],
    [
      `retry --run ${RUN} --why x`,
      'Cannot run "retry" because either --filer ID for one filer or --all for every one must be given: neither is',
    ],
    [`retry --run ${RUN} --all --filer ${FILER} --why x`, 'must be given: both are'],
    ['keep --why x', "required option '--roster <version>' not specified"],
    ['keep --roster v1 --why x --by jo@example.com', '--by must be a sign-in id'],
    ['hald --all', 'unknown command'],
  ])('refuses %s', (line, message) => {
    expect(() => opsArguments(line.split(' '))).toThrow(message);
  });

  const runs = 'Ids of runs: npm run ops -- runs';
  const filers = expect.stringContaining('npm run ops -- attention');
  it.each<[given: string[], message: string, ...details: unknown[]]>([
    [
      ['pause', '--run', 'nosuch', '--why', 'x'],
      'Cannot run "pause" because --run must be the id of a run, such as notice-1_20180724T130000Z: it is nosuch',
      runs,
    ],
    [
      ['retry', '--run', 'nosuch', '--filer', 'jdoe', '--why', 'x'],
      'Cannot run "retry" because --run must be the id of a run, such as notice-1_20180724T130000Z: it is nosuch; ' +
        '--filer must be the id of a filer, 16 hexadecimal digits: it is jdoe',
      runs,
      filers,
    ],
    [
      ['show', 'jdoe'],
      'Cannot run "show" because FILER must be the id of a filer, 16 hexadecimal digits: it is jdoe',
      filers,
    ],
    [
      ['pause', '--all', '--why', ' '],
      'Cannot run "pause" because --why must give the reason in words: it is empty',
    ],
    [
      ['release', '--phase', 'Notice 1', '--why', 'x'],
      'Cannot run "release" because --phase must be the id of a phase, date-change or correction: it is Notice 1',
      expect.stringContaining('the launch plan'),
    ],
  ])('says of %j what was found, what is expected and where to find it', (given, message, ...details) => {
    const help = `Its options: npm run ops -- ${given[0]} --help`;
    expect(refusalOf(given)).toMatchObject({ message, details: [...details, help] });
  });

  it.each([['--help'], [''], ['hold --help']])('shows the usage for "%s"', (line) => {
    expect(opsArguments(line.split(' ').filter(Boolean))).toContain('Usage: npm run ops --');
  });
});
