import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import type { Campaign } from '../../campaigns/campaign.ts';
import { createApp } from '../../infra/crier-app.ts';
import { CAMPAIGNS } from '../../local/lib/campaign.ts';
import { resourcesOf } from '../support/synthesize.ts';

const outdir = mkdtempSync(join(tmpdir(), 'crier-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const { stacks } = createApp({ outdir, check: false }).synth();
const functions = resourcesOf(stacks.find(({ id }) => id === 'Pipeline')!.template, 'AWS::Lambda::Function');
const bundles = functions.map(([id, { Properties }]) => ({
  id,
  bundle: join(outdir, `asset.${Properties.Code.S3Key.replace(/\.zip$/, '')}`, 'index.mjs'),
}));

/** What a module exports when Node loads it from where nothing is installed, as Lambda does. */
function exportsOf(bundle: string): string[] {
  const script = `import(${JSON.stringify(bundle)}).then((module) => console.log(JSON.stringify(Object.keys(module))))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: outdir, encoding: 'utf8' }));
}

describe('the bundle', () => {
  it.each(bundles)(
    'of $id loads by itself and has a handler for Lambda and a create for the embedded cloud',
    ({ bundle }) => {
      expect(exportsOf(bundle)).toEqual(expect.arrayContaining(['create', 'handler']));
    },
  );

  it.each(bundles)('of $id is small enough to start quickly', ({ id, bundle }) => {
    // The console carries its styles, fonts and scripts: text that no one parses at the start.
    const files = id === 'Console' ? statSync('functions/console/assets.generated.js').size : 0;
    // What checks plans has the templates, whose emails it searches for links, and a parser of HTML.
    // Intake parses CSV and workbooks, and since decision 207 hides a message that failed, by a client of SQS (26 KB).
    // The console has the plan's editor, with the Markdown of the court's texts, and checks a corrected row as intake does.
    const most =
      {
        Console: 2_110_000,
        PlanLaunch: 1_230_000,
        Act: 1_200_000,
      }[id] ?? 920_000;
    // Zod is in every function: imported as a namespace, it takes 100 KB instead of 450.
    expect(statSync(bundle).size - files).toBeLessThan(most);
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
