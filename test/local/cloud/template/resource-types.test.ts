import { describe, expect, it } from 'vitest';
import { checkTypes } from '../../../../local/cloud/template/resource-types.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';

describe('checkTypes', () => {
  it('refuses a resource of an unknown type', () => {
    const Resources = { New: { Type: 'AWS::Kinesis::Stream' }, Old: { Type: 'AWS::SQS::Queue' } };
    const template = readTemplate([{ name: 's', template: { Resources } }]);
    expect(() => checkTypes(template)).toThrow(
      "Cannot run the template because the embedded cloud doesn't know AWS::Kinesis::Stream: make it, or list it as idle, in local/cloud/template/resource-types.ts",
    );
  });
});
