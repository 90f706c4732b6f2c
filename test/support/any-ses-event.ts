import fc from 'fast-check';

/** Texts that events hold where no one expects them: huge, empty, decorated, control characters, markup. */
const ODD = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '1e21',
    'jane@example.com',
    '<script>alert(1)</script>',
    'a\r\nBcc: x@y.gov',
    '__proto__',
    'x'.repeat(5_000),
    `${'y'.repeat(2_000)}@example.com`,
  ),
);
const anything = fc.oneof(ODD, fc.jsonValue({ maxDepth: 2 }));
const TIMES = fc.oneof(
  anything,
  fc.constantFrom(
    '2018-07-24T13:05:00.000Z',
    '2018-07-24T13:05:00+00:00',
    '2018-07-24T13:05:00.12345678901234567890Z',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00Z',
    '2018-02-30T00:00:00Z',
  ),
);
/** Mostly the right value, now and then anything. */
const mostly = <Value>(value: fc.Arbitrary<Value>, other: fc.Arbitrary<unknown> = anything) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: other });
const addresses = fc.array(
  fc.record(
    { emailAddress: fc.oneof(ODD, fc.constantFrom('wade@example.com', '"Filer" <any@example.com>', '<>')) },
    { requiredKeys: [] },
  ),
  { maxLength: 3 },
);

/** Events of SES with anything in any place, about these runs and filers or about others. */
export function anyEvent({
  runs,
  filers,
}: {
  runs: readonly string[];
  filers: readonly string[];
}): fc.Arbitrary<{ source: string; detail: Record<string, unknown> }> {
  const tag = (values: readonly string[]) => mostly(fc.constantFrom(...values).map((one) => [one]));
  const tags = fc.record(
    {
      run: tag([...runs, 'notice-9_20180101T000000Z']),
      filer: tag([...filers, 'ffffffffffffffff']),
      attempt: tag(['1', '2', '999', '0', '-1', '1e21']),
      purpose: tag(['test']),
    },
    { requiredKeys: ['run', 'filer'] },
  );
  const part = (shape: Record<string, fc.Arbitrary<unknown>>) =>
    mostly(fc.record({ timestamp: TIMES, ...shape }, { requiredKeys: [] }));
  const code = (...codes: string[]) => mostly(fc.constantFrom(...codes), ODD);
  const bounce = fc.record({
    bounceType: code('Permanent', 'Transient', 'Undetermined'),
    bounceSubType: fc.oneof(anything, code('General', 'OnAccountSuppressionList')),
    timestamp: TIMES,
    bouncedRecipients: mostly(addresses),
  });
  const detail = fc.record({
    eventType: fc.constantFrom(
      'Send',
      'Delivery',
      'DeliveryDelay',
      'Bounce',
      'Bounce',
      'Complaint',
      'Reject',
      'Open',
    ),
    mail: fc.record(
      {
        timestamp: TIMES,
        messageId: mostly(fc.constant('0100-m')),
        destination: anything,
        tags: mostly(tags),
      },
      { requiredKeys: ['tags'] },
    ),
    delivery: part({}),
    deliveryDelay: part({ delayType: code('General') }),
    bounce,
    complaint: part({
      complaintFeedbackType: code('abuse', 'not-spam'),
      complaintSubType: anything,
      complainedRecipients: mostly(addresses),
    }),
  });
  return detail.map((one) => ({ source: 'aws.ses', detail: one }));
}
