import { describe, expect, it } from 'vitest';
import { resourceOf, resourcesOf, synthesize, textOf } from '../support/synthesize.ts';

const production = synthesize();
const test = synthesize({
  stage: 'test',
  testRecipients: ['jane_doe@example.gov', 'example.org'],
  senderIdentity: 'own',
  fips: true,
  logDays: 90,
});

function variables({ pipeline }: typeof test, name: string): unknown[] {
  const functions = resourcesOf(pipeline, 'AWS::Lambda::Function');
  return functions.map(([, { Properties }]) => Properties.Environment.Variables[name]);
}

describe('the sender identity', () => {
  it('is made only where the settings say so, signs with DKIM, and stays when its stack goes', () => {
    expect(resourcesOf(production.data, 'AWS::SES::EmailIdentity')).toEqual([]);
    expect(resourceOf(test.data, 'SenderIdentity')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: {
        EmailIdentity: 'nysb.uscourts.gov',
        DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
        MailFromAttributes: {
          MailFromDomain: 'bounce.nysb.uscourts.gov',
          BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
        },
      },
    });
  });

  it('prints the DNS records that its domain needs', () => {
    const outputs = Object.entries(test.data.Outputs).filter(([id]) => id.startsWith('Sender'));
    expect(Object.fromEntries(outputs.map(([id, { Value }]) => [id, textOf(Value)]))).toEqual({
      ...Object.fromEntries(
        [1, 2, 3].map((n) => [
          `SenderDkim${n}`,
          `<SenderIdentity.DkimDNSTokenName${n}> CNAME <SenderIdentity.DkimDNSTokenValue${n}>`,
        ]),
      ),
      SenderMailFromMx: 'bounce.nysb.uscourts.gov MX 10 feedback-smtp.<AWS::Region>.amazonses.com',
      SenderMailFromSpf: 'bounce.nysb.uscourts.gov TXT "v=spf1 include:amazonses.com ~all"',
      SenderDmarc: '_dmarc.nysb.uscourts.gov TXT "v=DMARC1; p=none" (unless the domain has one)',
    });
  });
});

describe('a stage', () => {
  it('tells the functions that send, and no other, whom they may email', () => {
    const told = (stacks: typeof test) => variables(stacks, 'CRIER_RECIPIENTS').filter(Boolean);
    expect(told(production)).toEqual(Array(3).fill('"everyone"'));
    const list = '["jane_doe@example.gov","example.org"]';
    expect(told(test)).toEqual([list, list, list]);
  });
});

describe('setEverywhere', () => {
  it('sets FIPS endpoints for every function, or for none', () => {
    expect(new Set(variables(production, 'AWS_USE_FIPS_ENDPOINT'))).toEqual(new Set([undefined]));
    expect(new Set(variables(test, 'AWS_USE_FIPS_ENDPOINT'))).toEqual(new Set(['true']));
  });

  it('sets how long every log is kept, but for that of sign-ins', () => {
    const days = resourcesOf(test.pipeline, 'AWS::Logs::LogGroup').map(
      ([, one]) => one.Properties.RetentionInDays,
    );
    expect(days.toSorted((one, other) => one - other)).toEqual([...Array(days.length - 1).fill(90), 1096]);
  });
});
