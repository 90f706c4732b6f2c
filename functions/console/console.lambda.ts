import { Temporal } from 'temporal-polyfill';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { consoleApp } from './app.ts';
import { type HttpEvent, type HttpResult, requestOf, resultOf } from './http/event.ts';
import { consoleServices } from './services.ts';

/** The web console, behind an HTTP API. */
export const create: Create<HttpEvent, HttpResult> = (runtime) => {
  const services = consoleServices(runtime);
  const app = consoleApp(services);
  return async (event) => {
    const { requestId, timeEpoch, http } = event.requestContext;
    const requestedAt = Temporal.Instant.fromEpochMilliseconds(timeEpoch);
    const { request, refusal } = requestOf(event, services.settings.origin);
    return resultOf(await app.fetch(request, { requestId, requestedAt, sourceIp: http.sourceIp, refusal }));
  };
};

/** What Lambda calls. */
export const handler = lambda(create);
