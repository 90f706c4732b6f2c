import { type Credentials, environmentCredentials } from './iam/credentials.ts';
import { REGION } from './template/account.ts';

/** The services that the functions talk to, as the SDK spells them in `AWS_ENDPOINT_URL_<SERVICE>`. */
export const SERVICES = [
  'DYNAMODB',
  'S3',
  'SQS',
  'SES',
  'EVENTBRIDGE',
  'SCHEDULER',
  'LAMBDA',
  'COGNITO_IDENTITY_PROVIDER',
] as const;
/** One of them. */
export type Service = (typeof SERVICES)[number];

/** Address by service. */
export type Endpoints = Readonly<Record<Service, string>>;

/** A person whose emulator runs on another host sets this variable to `yes`. */
const ALLOW_REMOTE = 'CRIER_ALLOW_REMOTE_ENDPOINTS';

const ALL_SERVICES = 'AWS_ENDPOINT_URL';

type Environment = Record<string, string | undefined>;

const AWS_HOST = /(^|\.)(amazonaws\.com(\.cn)?|api\.aws|aws\.dev)$/;
const LOOPBACK_HOST = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The services that are to run elsewhere, in another emulator: those whose `AWS_ENDPOINT_URL_<SERVICE>` is set.
 * @throws Error when one of them is AWS itself, or isn't on this machine and isn't allowed.
 */
export function outsideEndpoints(environment: Environment): Partial<Endpoints> {
  const given = SERVICES.flatMap((service) => {
    const url = environment[variableOf(service)];
    return url ? [[service, url] as const] : [];
  });
  for (const [service, url] of given) checkHost(variableOf(service), { url, environment });
  // The SDK takes it for every service without a variable of its own. Those are embedded here, so it is only checked.
  const all = environment[ALL_SERVICES];
  if (all) checkHost(ALL_SERVICES, { url: all, environment });
  return Object.fromEntries(given);
}

function checkHost(variable: string, { url, environment }: { url: string; environment: Environment }): void {
  const { hostname } = parse(variable, url);
  if (AWS_HOST.test(hostname)) {
    throw new Error(
      `Cannot run here because ${variable} points at a real AWS account: it is ${url}. ` +
        `Local commands never reach one: unset ${variable}, or deploy to use the account`,
    );
  }
  if (LOOPBACK_HOST.test(hostname) || environment[ALLOW_REMOTE] === 'yes') return;
  throw new Error(
    `Cannot run here because ${variable} must be on this machine: it is ${url}. ` +
      `Unset it to use the embedded service, or set ${ALLOW_REMOTE}=yes if that host runs your emulator`,
  );
}

function parse(variable: string, url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw new Error(
      `Cannot run here because ${variable} must be an address such as http://127.0.0.1:4566: it is ${url}`,
    );
  }
}

/** Variables that would lead the SDK elsewhere, or to real credentials: profiles and tokens. */
const MISLEADING = /^AWS_([A-Z_]+_)?(PROFILE|TOKEN|TOKEN_FILE)$/;

/** The credentials that an outside emulator is used with, if it needs its own: every service takes them then. */
export function outsideCredentials(
  environment: Environment,
  outside: Partial<Endpoints>,
): Credentials | null {
  const own = environmentCredentials(environment);
  return Object.keys(outside).length > 0 && own.accessKeyId && own.secretAccessKey ? own : null;
}

/**
 * Points the SDK of this process at the endpoints, with the given credentials. The region is made up unless an outside
 * emulator is used and brought its own.
 * @returns what puts everything back.
 */
export function pointSdkAt(
  endpoints: Endpoints,
  { credentials, outside, environment }: SdkOptions,
): () => void {
  const isOutside = Object.keys(outside).length > 0;
  const values: Environment = {
    ...Object.fromEntries(SERVICES.map((service) => [variableOf(service), endpoints[service]])),
    ...(!outsideCredentials(environment, outside) &&
      Object.fromEntries(
        Object.keys(environment).flatMap((name) => (MISLEADING.test(name) ? [[name, undefined]] : [])),
      )),
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
    AWS_REGION: (isOutside && environment.AWS_REGION) || REGION,
    // The SDK names the calling function to the services only inside of Lambda.
    AWS_LAMBDA_FUNCTION_NAME: 'local',
  };
  const before = Object.keys(values).map((name) => [name, environment[name]] as const);
  for (const [name, value] of Object.entries(values)) assign(environment, name, value);
  return () => {
    for (const [name, value] of before) assign(environment, name, value);
  };
}

interface SdkOptions {
  readonly credentials: Credentials;
  readonly outside: Partial<Endpoints>;
  readonly environment: Environment;
}

function variableOf(service: Service): string {
  return `AWS_ENDPOINT_URL_${service}`;
}

function assign(environment: Environment, name: string, value: string | undefined): void {
  if (value === undefined) delete environment[name];
  else environment[name] = value;
}
