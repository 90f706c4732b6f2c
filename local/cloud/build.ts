import { clearOutside } from './clear-outside.ts';
import { type LocalConsole, startConsole } from './console/console.ts';
import { type Endpoints, pointSdkAt } from './endpoints.ts';
import { wireRules } from './events/wire-rules.ts';
import { wireSchedules } from './events/wire-schedules.ts';
import { loadFunctions } from './lambda/load-functions.ts';
import { type Clients, makeClients } from './make-clients.ts';
import type { CloudOptions } from './options.ts';
import type { VirtualRunner } from './runner/virtual.ts';
import { type Calls, endpointsOf, type Services, startServices } from './services.ts';
import { openSite, type Site } from './site.ts';
import { startRunner } from './start-runner.ts';
import { callsOf, makeTargets, type Targets } from './targets.ts';

/** The parts of a cloud that runs. */
export interface BuiltCloud {
  readonly site: Site;
  readonly services: Services;
  readonly endpoints: Endpoints;
  readonly clients: Clients;
  readonly targets: Targets;
  readonly console: LocalConsole;
  /** What moves a clock that can be moved. @throws Error when it is the machine's. */
  readonly runner: () => VirtualRunner;
}

/** Builds a cloud step by step; `undo` gets what ends it, also when a step fails. */
export async function buildCloud(
  options: CloudOptions,
  { outside, undo }: Pick<Site, 'outside' | 'undo'>,
): Promise<BuiltCloud> {
  const site = await openSite(options, { outside, undo });
  const { template, functions, journal, kept } = site;
  const calls: Calls = { callTarget: tooEarly, invokeLater: tooEarly, consoleOrigin: null };
  const services = await startServices(site, calls);
  const endpoints = endpointsOf(services, outside);
  undo.push(pointSdkAt(endpoints, { credentials: site.credentials, outside, environment: process.env }));
  const clients = makeClients(undo);
  if (!options.keepOutside) await clearNowAndLater(site, clients);
  // Before the functions are loaded: their variables hold its addresses.
  const { pageKey } = site;
  const { ports = {}, onAnswer } = options;
  const { userPool } = services;
  const console = await startConsole(template, {
    functions,
    userPool,
    pageKey,
    ports,
    ...(onAnswer && { onAnswer }),
  });
  undo.push(console.close);
  calls.consoleOrigin = console.url;
  const targets = await makeTargets(site, { services, clients });
  Object.assign(calls, callsOf(site, targets));
  await addFunctions(site, endpoints);
  wireRules(template, {
    ...targets,
    functions,
    buses: services.eventBridge,
    ...options.faults,
    onFailure: journal.failed,
    onNotice: journal.noticed,
  });
  wireSchedules(template, services.scheduler);
  await kept?.replay({ buses: services.eventBridge, feedback: services.feedback.publish });
  kept?.finish();
  const runner = await startRunner(site, { services, targets, clients });
  return { site, services, endpoints, clients, targets, console, runner };
}

function tooEarly(): never {
  throw new Error('Cannot call a function because the cloud is not built yet');
}

/** Services outside begin and end without the data of this launch. */
async function clearNowAndLater({ template, outside, undo }: Site, clients: Clients): Promise<void> {
  const clear = () => clearOutside(template, { clients, outside });
  await clear();
  undo.push(clear);
}

async function addFunctions(site: Site, { SES }: Endpoints): Promise<void> {
  const { clock, template, bundleDir, journal, functions, outside, options } = site;
  const places = JSON.stringify({ inbox: `${SES}/inbox`, ...options.places });
  const loaded = await loadFunctions(template, {
    clock,
    bundleDir,
    onLog: journal.logged,
    ...(options.onInvocation && { onInvocation: options.onInvocation }),
    ...(options.faults && { faults: options.faults }),
    consoleEnv: outside.SES ? {} : { CRIER_REHEARSAL: places },
  });
  for (const fn of loaded) functions.add(fn);
}
