import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../infra/crier-app.ts';
import { VARIANTS } from '../../../infra/variants.ts';
import { partsOf, readComposite } from '../../../local/drill/alarm-state.ts';
import { readWatch } from '../../../local/drill/alarms.ts';
import { allDrills } from '../../../local/drill/drills/all.ts';
import {
  ONLY_IN_AN_ACCOUNT,
  WITHOUT_ERROR_LINES,
  whyOnlyInAnAccount,
} from '../../../local/drill/only-in-an-account.ts';
import { readStacks } from '../../../local/drill/template.ts';

const templateOf = (settings = {}) =>
  readStacks(
    createApp({ bundle: false, check: false, ...settings })
      .synth()
      .stacks.map(({ stackName, template }) => ({ name: stackName, template })),
  );
const example = templateOf();
const watch = readWatch(example);
const drilled = allDrills(example).flatMap(({ fires }) => fires);

const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const [, section = ''] = /^## Try the alarms\n([\s\S]*?)^## /m.exec(runbook) ?? [];
/** The alarms that the runbook's commands set. */
const tried = [...section.matchAll(/^trigger '([^']+)'/gm)].map(([, title]) => title!);

describe('every alarm', () => {
  it.each(['example', 'everything', 'test-stage', 'organization-trail'])(
    'fires in a drill, or can be tried in an account only: %s',
    (variant) => {
      const { alarms, composites } = readWatch(templateOf(VARIANTS[variant]));
      expect(composites.length).toBeGreaterThan(5);
      const byArn = new Map(alarms.map(({ arn, title }) => [arn, title]));
      const isCovered = (title: string) => drilled.includes(title) || whyOnlyInAnAccount(title) !== null;
      expect(alarms.map(({ title }) => title).filter((title) => !isCovered(title))).toEqual([]);
      const parts = composites.map((one) => partsOf(one).map((arn) => byArn.get(arn)!));
      expect(parts.flat().filter((title) => !isCovered(title))).toEqual([]);
    },
  );

  it('is either, not both, and is there', () => {
    const titles = [...watch.alarms, ...watch.composites].map(({ title }) => title);
    expect(drilled.filter((title) => whyOnlyInAnAccount(title) !== null)).toEqual([]);
    expect(drilled.filter((title) => !titles.includes(title))).toEqual([]);
    expect(ONLY_IN_AN_ACCOUNT.filter(({ of }) => !titles.includes(of))).toEqual([]);
  });

  it.each(watch.composites)('that stands for others fires for each of them alone: $title', (composite) => {
    const parts = partsOf(composite);
    expect(watch.alarms.filter(({ arn }) => parts.includes(arn))).toHaveLength(parts.length);
    for (const part of parts) expect(readComposite(composite, (arn) => arn === part)).toBe(true);
  });

  it.each(watch.alarms.filter(({ metric }) => metric?.namespace.startsWith('Crier/')))(
    'of a log line has the filter that makes its metric: $title',
    ({ metric }) => {
      expect(watch.filters.filter((filter) => filter.metric.name === metric!.name)).toEqual([
        expect.objectContaining({ metric }),
      ]);
    },
  );
});

describe('the runbook', () => {
  it('tells how to try each alarm that no drill triggers', () => {
    const titles = watch.alarms.map(({ title }) => title);
    expect(tried.filter((title) => !titles.includes(title))).toEqual([]);
    const triedFor = ({ of }: { of: string }) =>
      tried.some((title) => title === of || title.startsWith(`${of} (`));
    expect(ONLY_IN_AN_ACCOUNT.filter((one) => !triedFor(one))).toEqual([]);
    expect(tried.filter((title) => drilled.includes(title))).toEqual([]);
  });
});

describe('a function that is said to log no ERROR', () => {
  it.each(WITHOUT_ERROR_LINES)('logs none: %s', (id) => {
    const fn = example.ofType('AWS::Lambda::Function').find((one) => one.id === id)!;
    const { metafile } = buildSync({
      entryPoints: [String(fn.metadata['crier:entry'])],
      bundle: true,
      write: false,
      metafile: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      conditions: ['module'],
    });
    const [output] = Object.values(metafile!.outputs);
    const used = Object.entries(output!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const own = used.map(([path]) => path).filter((path) => path.startsWith('functions/'));
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((path) => /\blog\.error\(/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
