import type { Listening } from '../../lib/listen.ts';
import type { PageKey } from '../../lib/page-key.ts';
import type { LocalUserPool } from '../cognito/user-pool.ts';
import type { FunctionRegistry } from '../lambda/registry.ts';
import type { Resource, Template } from '../template/template.ts';
import { startHttpApi } from './http-api.ts';
import { type OpenIdClient, startOpenId } from './open-id.ts';
import type { ReadyPerson } from './people.ts';

/** Ports of what browsers open. */
export interface ConsolePorts {
  readonly CONSOLE?: number;
  readonly OPENID?: number;
}

/** The console, listening. */
export interface LocalConsole {
  /** Address of the HTTP API. */
  readonly url: string;
  /** Address of the service that signs people in. */
  readonly signIn: string;
  /** Ends both. */
  close(): Promise<void>;
}

interface ConsoleOptions {
  readonly functions: FunctionRegistry;
  readonly userPool: LocalUserPool;
  readonly pageKey: PageKey;
  readonly ports: ConsolePorts;
  /** Hears the status of each answer of the HTTP API. */
  readonly onAnswer?: (status: number) => void;
}

/**
 * Starts the HTTP API and the user pool of the template. From then on its references give their addresses, so it must
 * be done before the functions are loaded.
 * @throws Error when the template has no user pool or no HTTP API.
 */
export async function startConsole(
  template: Template,
  { functions, userPool, pageKey, ports, onAnswer }: ConsoleOptions,
): Promise<LocalConsole> {
  const [pool] = template.ofType('AWS::Cognito::UserPool');
  const [api] = template.ofType('AWS::ApiGatewayV2::Api');
  if (!pool || !api)
    throw new Error('Cannot run the template because it must hold a user pool and an HTTP API');
  let address = '';
  const openId = await startOpenId({
    ...(ports.OPENID !== undefined && { port: ports.OPENID }),
    pageKey,
    console: () => address,
    people: () => peopleIn(userPool),
    onSignIn: userPool.signedIn,
    client: (id) => clientOf(template, id),
  });
  const http = await startHttpApi({
    ...(ports.CONSOLE !== undefined && { port: ports.CONSOLE }),
    pageKey,
    ...(onAnswer && { onAnswer }),
    invoke: (event) => functions.invoke(functionOf(template, { api, functions }), event),
  });
  address = http.url;
  template.setAttribute(pool, { name: 'ProviderURL', value: openId.url });
  template.setAttribute(api, { name: 'ApiEndpoint', value: http.url });
  const started: Listening[] = [openId, http];
  return {
    url: http.url,
    signIn: openId.url,
    close: async () => void (await Promise.all(started.map((one) => one.close()))),
  };
}

function peopleIn(pool: LocalUserPool): ReadyPerson[] {
  return pool.ready().map(({ id, attributes: { name = id, email }, groups, status }) => ({
    id,
    name,
    groups,
    ...(email !== undefined && { email }),
    ...(status !== 'CONFIRMED' && { isInvited: true }),
  }));
}

function clientOf(template: Template, id: string): OpenIdClient | undefined {
  const client = template.ofType('AWS::Cognito::UserPoolClient').find(({ reference }) => reference === id);
  if (!client) return undefined;
  const { CallbackURLs = [], LogoutURLs = [] } = client.properties as Partial<Record<string, string[]>>;
  return { id, callbacks: CallbackURLs, logouts: LogoutURLs };
}

/** The function to which the API's default route leads. */
function functionOf(
  template: Template,
  { api, functions }: { api: Resource; functions: FunctionRegistry },
): ReturnType<FunctionRegistry['all']>[number] {
  const isOf = ({ properties }: Resource) => properties.ApiId === api.reference;
  const routes = template.ofType('AWS::ApiGatewayV2::Route').filter(isOf);
  const route = routes.find(({ properties }) => properties.RouteKey === '$default');
  const integration = template
    .ofType('AWS::ApiGatewayV2::Integration')
    .find((one) => route?.properties.Target === `integrations/${one.reference}`);
  const fn = functions.find(String(integration?.properties.IntegrationUri));
  // Other routes have limits of their own, and the same function.
  const leadElsewhere = routes.some(({ properties }) => properties.Target !== route?.properties.Target);
  if (leadElsewhere || integration?.properties.PayloadFormatVersion !== '2.0' || !fn) {
    throw new Error('Cannot answer because the API must lead every request to a function of the template');
  }
  return fn;
}
