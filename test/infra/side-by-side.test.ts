import { describe, expect, it } from 'vitest';
import { type Synthesized, synthesize } from '../support/synthesize.ts';

/** Literal values that name something outside the template without making it. */
const NOT_OURS = ['default', '$default'];

/** Not names in the account: of a metric, a sender shown, a policy within its role, a group within its pool. */
const WITHIN = ['MetricName', 'DisplayName', 'PolicyName', 'GroupName'];

/** What a launch would occupy in the account: literal names of resources, and of exports. */
function names({ data, pipeline }: Synthesized): string[] {
  const templates = [data, pipeline];
  const resources = templates.flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Properties }) =>
      Object.entries(Properties ?? {})
        .filter(([key, value]) => /^(Name|.+Name)$/.test(key) && typeof value === 'string')
        .filter(([key]) => !WITHIN.includes(key))
        .map(([, value]) => value as string),
    ),
  );
  const exported = templates.flatMap(({ Outputs }) =>
    Object.values(Outputs).flatMap(({ Export }) => (Export ? [Export.Name] : [])),
  );
  return [...resources, ...exported].filter((name) => !NOT_OURS.includes(name));
}

describe('two launches in one account', () => {
  const one = synthesize({ name: 'nysb-2018', sender: 'nysb.uscourts.gov' });
  const other = synthesize({ name: 'azb-2020', sender: 'azb.uscourts.gov' });

  it('share no name', () => {
    expect(names(one).length).toBeGreaterThan(20);
    expect(names(one).filter((name) => !name.includes('nysb-2018'))).toEqual([]);
    expect(names(other).filter((name) => !name.includes('azb-2020'))).toEqual([]);
  });

  it('differ in their names only', () => {
    const renamed = JSON.stringify(other)
      .replaceAll('azb-2020', 'nysb-2018')
      .replaceAll('azb.uscourts.gov', 'nysb.uscourts.gov');
    expect(JSON.parse(renamed)).toEqual(JSON.parse(JSON.stringify(one)));
  });
});
