import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourceOf, resourcesOf, synthesize } from '../support/synthesize.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const runbook = read('docs/runbook.md');

/** The codes in a part of a source. */
function codesIn(path: string, part: RegExp): string[] {
  const [text] = read(path).match(part) ?? [''];
  return [...new Set([...text.matchAll(/'([a-z]+(?:-[a-z0-9]+)*)'/g)].map(([, code]) => code!))];
}

describe('the runbook', () => {
  it.each([
    ['a phase waits', 'functions/domain/run/may-start.ts', /const HOLD_REASONS[^;]+;/, 10],
    ["a run doesn't fit", 'functions/domain/run/preflight.ts', /type PreflightReason =[^;]+;/, 2],
    ['the breaker holds a run', 'functions/domain/send/breaker.ts', /type BreakerReason =[^;]+;/, 3],
    ["a run doesn't balance", 'functions/domain/run/reconcile.ts', /type DifferenceCode =[^;]+;/, 8],
    ['SES refuses everything', 'functions/aws/ses.ts', /const REFUSED_ALL[^;]+;/, 6],
  ])('has every reason why %s', (_what, path, part, atLeast) => {
    const codes = codesIn(path, part);
    expect(codes.length).toBeGreaterThanOrEqual(atLeast);
    expect(codes.filter((code) => !runbook.includes(`\`${code}\``))).toEqual([]);
  });

  it('has every event that people are told', () => {
    const [, { Properties }] = resourcesOf(synthesize().pipeline, 'AWS::Events::Rule').find(
      ([, { Properties }]) => Properties.EventBusName && Properties.Targets[0].InputTransformer,
    )!;
    const told: string[] = Properties.EventPattern['detail-type'];
    expect(told.filter((kind) => !new RegExp(`^\\| ${kind} +\\|`, 'm').test(runbook))).toEqual([]);
    expect(Properties.Targets[0].InputTransformer.InputTemplate).toContain(
      'docs/runbook.md#what-needs-attention',
    );
    expect(runbook).toContain('## What needs attention\n');
  });

  it('finds the table in use by what the functions were told, as each is named there and in restore.md', () => {
    const [definition] = runbook.match(/^table\(\) \{.*?; \}$/ms)!;
    const [, loop] = read('docs/restore.md').match(/TABLES="([^"]+)"/)!;
    const asked = [...runbook.matchAll(/\$\(table (\w+)\)/g)].map(([, id]) => id!);
    expect(asked).toEqual(['DeliveryTable', 'DeliveryTable']);
    const { Variables } = resourceOf(synthesize().pipeline, 'Act').Properties.Environment;
    for (const id of [...asked, ...loop!.split(' ')]) {
      const shell = `id() { echo "$2"; }; aws() { echo "$*"; }; ${definition}; table ${id}`;
      const [, name] =
        /--function-name Act .*--query Environment\.Variables\.(\w+)$/m.exec(
          execFileSync('bash', ['-c', shell], { encoding: 'utf8' }),
        ) ?? [];
      expect(JSON.stringify(Variables[name!])).toContain(`Ref${id}`);
    }
  });

  it('names only resources that are there', () => {
    const ids = Object.values(synthesize()).flatMap(({ Resources }) => Object.keys(Resources));
    const named = [...runbook.matchAll(/(?:id (?:data|pipeline)|dead|again|errors|call) ([A-Z]\w+)/g)];
    expect(named.length).toBeGreaterThan(30);
    expect(named.map(([, id]) => id!).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
