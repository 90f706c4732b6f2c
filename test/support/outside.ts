import { randomUUID } from 'node:crypto';
import { outsideEndpoints, type Service } from '../../local/cloud/endpoints.ts';
import type { Listening } from '../../local/lib/listen.ts';

/**
 * One service of a test: where `AWS_ENDPOINT_URL_<SERVICE>` points, or else what is started here. `npm run test:moto` runs
 * every test that gets its services by this.
 */
export async function served<One extends Listening>(
  service: Service,
  start: () => Promise<One>,
): Promise<Listening & { readonly here: One | null }> {
  const url = outsideEndpoints(process.env)[service];
  if (url) return { url, here: null, close: async () => {} };
  const here = await start();
  return { url: here.url, here, close: () => here.close() };
}

/** Where a service that a test can't start itself is. @throws Error when no variable says so. */
export function outsideUrl(service: Service): string {
  const url = outsideEndpoints(process.env)[service];
  if (!url)
    throw new Error(`Cannot test because AWS_ENDPOINT_URL_${service} must be set: npm run test:moto sets it`);
  return url;
}

/** A name of its own: a service outside holds what other tests made, too. */
export function ownName(name: string): string {
  return `${name}-${randomUUID().slice(0, 8)}`;
}

/** Whether a service is outside, where each request takes several times as long. */
const isOutside = Object.keys(outsideEndpoints(process.env)).length > 0;

/** How many of its draws a property makes: all against the embedded cloud, and a quarter outside, to see the same answers. */
export function draws(count: number): number {
  return isOutside ? Math.ceil(count / 4) : count;
}

/** The distance between places that a test visits: each one against the embedded cloud, and every third outside. */
export const STRIDE = isOutside ? 3 : 1;
