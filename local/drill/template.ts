import type { SynthesizedStack } from '../cloud/template/cloudformation.ts';
import { readTemplate, type Template } from '../cloud/template/template.ts';

/** What a running launch's addresses would be; no alarm depends on them. */
const ADDRESSES: readonly (readonly [type: string, attribute: string])[] = [
  ['AWS::ApiGatewayV2::Api', 'ApiEndpoint'],
  ['AWS::Cognito::UserPool', 'ProviderURL'],
];

/** The template of a launch that need not run. */
export function readStacks(stacks: readonly SynthesizedStack[]): Template {
  const template = readTemplate(stacks);
  for (const [type, name] of ADDRESSES)
    for (const resource of template.ofType(type))
      template.setAttribute(resource, { name, value: 'https://crier.example.com' });
  return template;
}
