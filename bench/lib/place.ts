import type { Env } from '../../functions/lib/env.ts';
import type { Cloud } from '../../local/cloud/cloud.ts';
import type { Endpoints } from '../../local/cloud/endpoints.ts';
import type { Credentials } from '../../local/cloud/iam/credentials.ts';

/** Where a function runs that is measured in another process than its cloud. */
export interface Place {
  /** The function's own variables. */
  readonly env: Env;
  readonly endpoints: Endpoints;
  readonly credentials: Credentials;
}

/** The place of a cloud's function. */
export function placeOf(cloud: Cloud, functionId: string): Place {
  const { endpoints, credentials } = cloud;
  return { env: { ...cloud.envOf(functionId) }, endpoints, credentials };
}

/** Lets the SDK of this process find a cloud. Before its first client. */
export function useCloud({ endpoints, credentials }: Place): void {
  for (const [service, url] of Object.entries(endpoints)) process.env[`AWS_ENDPOINT_URL_${service}`] = url;
  process.env.AWS_ACCESS_KEY_ID = credentials.accessKeyId;
  process.env.AWS_SECRET_ACCESS_KEY = credentials.secretAccessKey;
  process.env.AWS_REGION = 'us-east-1';
}
