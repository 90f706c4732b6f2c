import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import type { Campaign } from '../../campaigns/campaign.ts';
import { bundleSizes, requireBudgets, sizesTable } from '../../infra/bundle-budgets.ts';
import { createApp } from '../../infra/crier-app.ts';
import { CAMPAIGNS } from '../../local/lib/campaign.ts';
import { resourcesOf } from '../support/synthesize.ts';

const outdir = mkdtempSync(join(tmpdir(), 'crier-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const bundles = bundleSizes(createApp({ outdir, check: false }).synth());

/** What a module exports when Node loads it from where nothing is installed, as Lambda does. */
function exportsOf(bundle: string): string[] {
  const script = `import(${JSON.stringify(bundle)}).then((module) => console.log(JSON.stringify(Object.keys(module))))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: outdir, encoding: 'utf8' }));
}

describe('the bundle', () => {
  it.each(bundles)(
    'of $id loads by itself and has a handler for Lambda and a create for the embedded cloud',
    ({ file }) => {
      expect(exportsOf(file)).toEqual(expect.arrayContaining(['create', 'handler']));
    },
  );

  it('of each function is within its budget, and the build fails for one that isn’t', () => {
    expect(() => requireBudgets(bundles)).not.toThrow();
    const grown = bundles.map((one) => (one.id === 'SendEmail' ? { ...one, most: one.kilobytes - 1 } : one));
    expect(() => requireBudgets(grown)).toThrow(/SendEmail is \d+ KB, above [\d.]+ KB/);
    expect(sizesTable(bundles)).toMatch(/^Function +KB +Limit\nConsole +\d+ +\d+$/m);
  });
});

/** What `cdk synth -c campaign=NAME` bundles of the function that sends, by the campaign's name. */
const senders = new Map(
  CAMPAIGNS.map((name) => {
    const folder = name === campaign.name ? outdir : synthesized(name);
    const file = readdirSync(folder).find((path) => path.endsWith('Pipeline.template.json'))!;
    const functionsIn = resourcesOf(
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
      'AWS::Lambda::Function',
    );
    const [, { Properties }] = functionsIn.find(([id]) => id.startsWith('SendEmail'))!;
    const asset = Properties.Code.S3Key.replace(/\.zip$/, '');
    return [name, readFileSync(join(folder, `asset.${asset}`, 'index.mjs'), 'utf8')];
  }),
);

function synthesized(name: string): string {
  const folder = join(outdir, name);
  const { CRIER_CAMPAIGN: _, ...env } = process.env;
  execFileSync(process.execPath, ['infra/app.ts'], {
    env: { ...env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify({ campaign: name }) },
  });
  return folder;
}

const campaigns = await Promise.all(
  CAMPAIGNS.map(
    async (name): Promise<Campaign> => (await import(`../../campaigns/${name}/campaign.ts`)).campaign,
  ),
);

/** Names and codes of a campaign that are no ordinary words: they hold a capital, a hyphen or an underscore. AWS says MFA. */
function wordsOf({ title, key, columns, states, flags, dates, windows, kinds, email }: Campaign): string[] {
  const anchors = Object.values(windows).flatMap((window) => Object.values(window.anchors ?? {}));
  const codes = [columns, states, flags, dates, kinds].flatMap((table) => Object.keys(table));
  const words = [...title.split(' '), key.column, ...anchors, ...email.cases, ...email.steps, ...codes];
  return words.filter((word) => /[A-Z_-]/.test(word) && word.length > 3);
}

describe.each(campaigns)('the bundle of SendEmail for $name', (its) => {
  it.each(campaigns.filter((other) => other !== its))(
    'holds no word of $name that isn’t its own too',
    (other) => {
      const bundle = senders.get(its.name)!;
      expect(wordsOf(its).filter((word) => !bundle.includes(word))).toEqual([]);
      const own = JSON.stringify(its);
      expect(wordsOf(other).filter((word) => bundle.includes(word) && !own.includes(word))).toEqual([]);
    },
  );
});
