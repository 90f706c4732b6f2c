import { describe, expect, it } from 'vitest';
import type { Settings } from '../../infra/settings.ts';
import { longest } from '../support/infra/longest.ts';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

/** Lambda takes 4 KB, names and values together; the rest is for what comes to it. */
const MAX_BYTES = 3968;

const launch = 'n'.repeat(40);
const long = (characters: number, end = '') => 'x'.repeat(characters - end.length) + end;

/** The longest settings that are accepted. */
const LONGEST: Partial<Settings> = {
  name: launch,
  sender: long(100, '.gov'),
  linkDomains: [long(100, '.gov'), long(100, '.gov'), long(98, '.gov')],
  stage: 'test',
  testRecipients: [long(100, '.gov'), long(100, '.gov'), long(98, '.gov')],
  clerkGroup: long(64),
  approverGroup: long(64),
  opsGroup: long(64),
  viewerGroup: long(64),
  oidcIdClaim: long(64),
  oidcNameClaim: long(64),
  oidcRoleClaim: long(64),
  restoredTables: {
    LaunchTable: long(90),
    RosterTable: long(90),
    DeliveryTable: long(90),
    SendLogTable: long(90),
    SuppressionTable: long(90),
  },
  restoredTo: '2018-07-24T12:55:00Z',
};
const OTHER_PROVIDER = {
  oidcIssuer: long(200, '.gov').replace(/^x{9}/, 'https://x'),
  oidcClient: long(128),
  consoleDomain: long(100, '.gov'),
  consoleCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/x',
};

describe('the environment of functions', () => {
  it.each([
    ["with the launch's own user pool", LONGEST],
    ['with another provider and a host name', { ...LONGEST, ...OTHER_PROVIDER }],
  ])('leaves 128 bytes with the longest names, %s', (_, settings) => {
    const stacks = { ...synthesize(settings), launch };
    const sizes = resourcesOf(stacks.pipeline, 'AWS::Lambda::Function').map(([id, { Properties }]) => {
      const variables = Object.entries(Properties.Environment.Variables);
      const texts = variables.map(([name, value]) => name + longest(value, stacks));
      return { id, bytes: Buffer.byteLength(texts.join('')) };
    });
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter(({ bytes }) => bytes > MAX_BYTES)).toEqual([]);
  });

  it("names queues by ids, whose names with the longest launch are within SQS's 80 characters", () => {
    const { pipeline } = synthesize(LONGEST);
    const names = resourcesOf(pipeline, 'AWS::SQS::Queue').map(([id, { Properties }]) => {
      expect(Properties.QueueName).toBe(`crier-${launch}-pipeline-${id}`);
      return Properties.QueueName as string;
    });
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(80);
  });

  it.each([
    ['sender', long(101, '.gov')],
    ['consoleDomain', long(101, '.gov')],
    ['linkDomains', [long(100, '.gov'), long(100, '.gov'), long(99, '.gov')]],
    ['testRecipients', [long(100, '.gov'), long(100, '.gov'), long(99, '.gov')]],
    ['oidcIssuer', `https://${long(193, '.gov')}`],
    ['opsGroup', long(65)],
  ])('is kept small by the settings: %s', (name, value) => {
    expect(() => synthesize({ ...LONGEST, ...OTHER_PROVIDER, [name]: value })).toThrow(name);
  });
});
