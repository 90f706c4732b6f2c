import type { Listening } from '../../lib/listen.ts';
import type { PageKey } from '../../lib/page-key.ts';
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
  readonly pageKey: PageKey;
  readonly ports: ConsolePorts;
  /** Hears the status of each answer of the HTTP API. */
  readonly onAnswer?: (status: number) => void;
}

/** The people who are ready to sign in, by the id of their group in the template. */
const PEOPLE: Readonly<Record<string, Omit<ReadyPerson, 'groups'>>> = {
  ClerkGroup: { id: 'clara', name: 'Clara Clerk', email: 'clara@court.example' },
  ApproverGroup: { id: 'ada', name: 'Ada Approver', email: 'ada@court.example' },
  OpsGroup: { id: 'otto', name: 'Otto Ops', email: 'otto@court.example' },
  ViewerGroup: { id: 'vera', name: 'Vera Viewer', email: 'vera@court.example' },
};

/**
 * Starts the HTTP API and the user pool of the template. From then on its references give their addresses, so it must
 * be done before the functions are loaded.
 * @throws Error when the template has no user pool or no HTTP API.
 */
export async function startConsole(
  template: Template,
  { functions, pageKey, ports, onAnswer }: ConsoleOptions,
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
    people: () => peopleOf(template),
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

function peopleOf(template: Template): ReadyPerson[] {
  return template.ofType('AWS::Cognito::UserPoolGroup').flatMap(({ id, properties }) => {
    const person = PEOPLE[id];
    return person ? [{ ...person, groups: [String(properties.GroupName)] }] : [];
  });
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
