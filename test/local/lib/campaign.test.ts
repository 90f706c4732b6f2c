import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CAMPAIGNS, campaignNamed, DEFAULT_CAMPAIGN, takeCampaign } from '../../../local/lib/campaign.ts';
import { REGISTER } from '../../support/local/register.ts';

afterEach(() => vi.unstubAllEnvs());

const SHOW = "import('#campaign').then(({ campaign }) => console.log(campaign.name))";

/** What a command sees as `#campaign`, and whether it refused to start. */
function chosen(code: string, { args = [] as string[], env = {} as Record<string, string> } = {}) {
  const { CRIER_CAMPAIGN: _, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [...REGISTER, '-e', code, '--', ...args], {
    env: { ...rest, ...env },
    encoding: 'utf8',
  });
  return { status, name: stdout.trim(), said: stderr };
}

describe('a command runs the campaign', () => {
  it.each(CAMPAIGNS)('%s, by its option and by the environment, and so do its children', (name) => {
    const answer = { status: 0, name, said: '' };
    expect(chosen(SHOW, { args: ['--campaign', name] })).toEqual(answer);
    expect(chosen(SHOW, { env: { CRIER_CAMPAIGN: name } })).toEqual(answer);
    const child = `require('node:child_process').spawnSync(process.execPath,
      ['--import', './local/lib/register.ts', '-e', ${JSON.stringify(SHOW)}], { stdio: 'inherit' })`;
    expect(chosen(child, { args: [`--campaign=${name}`] })).toEqual(answer);
  });

  it('that package.json calls the default, when none is named', () => {
    expect(chosen(SHOW).name).toBe(DEFAULT_CAMPAIGN);
    expect(chosen(SHOW, { env: { CRIER_CAMPAIGN: '' } }).name).toBe(DEFAULT_CAMPAIGN);
  });

  it('or none: an unknown name is refused with those that there are', () => {
    const { status, said } = chosen(SHOW, { args: ['--campaign', 'nextgem'] });
    expect(status).toBe(1);
    expect(said).toBe(
      `Cannot choose the campaign "nextgem" because it must be one of campaigns/: ${CAMPAIGNS.join(', ')}\n`,
    );
  });
});

describe('takeCampaign', () => {
  it.each([
    [['node', 'x.ts', 'a', '--campaign', 'one', '--b'], 'one', ['node', 'x.ts', 'a', '--b']],
    [['node', 'x.ts', '--campaign=one', 'a'], 'one', ['node', 'x.ts', 'a']],
    [['node', 'x.ts', 'a'], undefined, ['node', 'x.ts', 'a']],
  ])('takes the option off %j', (argv, name, rest) => {
    expect(takeCampaign(argv)).toBe(name);
    expect(argv).toEqual(rest);
  });

  it.each(['--campaign', '--campaign='])('refuses %s without a name', (option) => {
    expect(() => takeCampaign(['node', 'x.ts', option])).toThrow('--campaign must name one');
  });
});

describe('campaignNamed', () => {
  it('prefers what is asked for to what the environment says', () => {
    vi.stubEnv('CRIER_CAMPAIGN', 'nextgem');
    expect(campaignNamed(DEFAULT_CAMPAIGN)).toBe(DEFAULT_CAMPAIGN);
    expect(() => campaignNamed()).toThrow('nextgem');
  });
});
