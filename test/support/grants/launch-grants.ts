import { accessControl } from '../../../local/cloud/iam/access.ts';
import { ANY_LAUNCH } from '../../../local/cloud/iam/call-journal.ts';
import { readGrants } from '../../../local/cloud/iam/grants.ts';
import { synthesize } from '../../../local/cloud/template/synthesize.ts';
import { readTemplate } from '../../../local/cloud/template/template.ts';
import { type Grant, grantsOf } from './least-privilege.ts';

/** Every grant of every function's role, as the template has it. */
export function launchGrants(): Grant[] {
  const template = readTemplate(synthesize({ launchName: ANY_LAUNCH.name, sender: ANY_LAUNCH.sender }));
  // Known once a cloud runs; no policy names it.
  const [api] = template.ofType('AWS::ApiGatewayV2::Api');
  if (api) template.setAttribute(api, { name: 'ApiEndpoint', value: 'https://console.example.gov' });
  const [pool] = template.ofType('AWS::Cognito::UserPool');
  if (pool) template.setAttribute(pool, { name: 'ProviderURL', value: 'https://sign-in.example.gov' });
  const access = accessControl();
  const { ofRole } = readGrants(template, access);
  return template
    .ofType('AWS::Lambda::Function')
    .flatMap(({ id, properties }) => grantsOf(id, ofRole(String(properties.Role))));
}
