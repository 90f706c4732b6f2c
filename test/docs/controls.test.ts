import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkedApps } from '../../docs/controls/checked-apps.ts';
import { controlsPage, PAGE } from '../../docs/controls/controls-page.ts';
import { ruleResults } from '../../docs/controls/rule-results.ts';

const results = ruleResults(checkedApps());
const resultOf = (name: string) => results.find(({ rule }) => rule === `NIST.800.53.R5-${name}`);

describe('the page of security controls', () => {
  it('is as the templates and tables are: if not, npm run controls', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(controlsPage(results));
  });
});

describe('ruleResults', () => {
  it('tells a rule that every resource follows from one that some break', () => {
    expect(resultOf('S3BucketSSLRequestsOnly')).toMatchObject({ isMet: true });
    expect(resultOf('DynamoDBPITREnabled')).toMatchObject({ isMet: false });
  });

  it('leaves out a rule about resources that are not there', () => {
    expect(resultOf('RDSStorageEncrypted')).toBeUndefined();
  });

  it('reads the controls one by one', () => {
    expect(resultOf('DynamoDBInBackupPlan')?.controls).toEqual(
      expect.arrayContaining(['CP-1(2)', 'SI-13(5)']),
    );
    const all = results.flatMap(({ controls }) => controls);
    expect(all.filter((control) => !/^[A-Z]{2}-\d+[a-z]?([.(][\w.()]*)?$/.test(control))).toEqual([]);
  });
});
