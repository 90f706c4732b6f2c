import { consoleApp } from '../../../functions/console/app.ts';
import { consoleServices } from '../../../functions/console/services.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import type { Browser } from './browser.ts';
import { aConsole, type TestConsole } from './console.ts';

/** Markup, where a page must show text. */
export const MARKUP = `"'><img src=x onerror=alert(1)>`;
const quoted = `"${MARKUP.replaceAll('"', '""')}"`;
const HEADER =
  'user id,last name,first name,email,firm,bar id,phone,secondary emails,user type,status,pacer account,pacer account type,pacer created,pacer username length,nextgen elsewhere,link status,link as of';
const ROSTER = `${HEADER}
user1,${quoted},${quoted},bounce@simulator.amazonses.com,${quoted},${quoted},${quoted},,attorney,active,individual,legacy,,,,,
user2,Jones,Jane,jane@example.com,,,,,attorney,active,individual,upgraded,,,,,
user3,Doe,Dora,,,,212-555-0100,,attorney,active,individual,legacy,,,,,
${Array.from({ length: 17 }, () => quoted).join(',')}
`;
/** The run of the plan's first notice. */
export const RUN = 'notice-1_20180724T130000Z';
/** A filer whose address bounces. */
export const FILER = filerIdOf('test', 'user1');
/** A filer without an address, who is on the phone list. */
export const TO_CALL = filerIdOf('test', 'user3');

/** A launch in which nearly every page has something to show, and all routes of its console. */
export interface EveryRoute {
  readonly console: TestConsole;
  readonly clara: Browser;
  /** As they are registered, `POST /phases/:id/hold`, each once. */
  readonly routes: readonly string[];
  /** A real path of a route. @throws Error when none is known */
  pathOf(route: string): string;
}

/** @param isHeld Sending is paused from before the first run, which then stays under way. */
export async function everyRoute({ isHeld = false } = {}): Promise<EveryRoute> {
  const console = await aConsole({ 'court.name': MARKUP, 'phases.1.approval': 'by-hand' });
  const { cloud } = console;
  const log = { info: () => {}, error: () => {} };
  const app = consoleApp(
    consoleServices({ env: cloud.env, clock: virtualClock('2018-07-24T12:00:00Z'), log }),
  );
  const routes = new Set(
    app.routes.flatMap(({ method, path }) => (method === 'ALL' ? [] : `${method} ${path}`)),
  );
  const clara = await console.signedIn('clara');
  const paths = await prepare({ console, clara, isHeld });
  return { console, clara, routes: [...routes], pathOf: (route) => pathIn(paths, route) };
}

interface Preparing {
  readonly console: TestConsole;
  readonly clara: Browser;
  readonly isHeld: boolean;
}

type Paths = Readonly<Record<string, string>>;

/** @returns real paths by the routes that begin with them */
async function prepare({ console: { cloud }, clara, isHeld }: Preparing): Promise<Paths> {
  await cloud.put(`inbox/roster/a ${MARKUP.replaceAll('/', '')}.csv`, ROSTER);
  await cloud.settle();
  const [, version = ''] = /\/roster\/versions\/([\w-]+)/.exec((await clara.get('/roster')).text) ?? [];
  const csrf = await clara.csrf();
  await clara.post(`/roster/versions/${version}/activate`, { csrf, why: MARKUP, sure: 'yes', seen: '' });
  await cloud.settle();
  const hold = () => clara.post('/sending/hold', { csrf, why: MARKUP });
  if (isHeld) await hold();
  await cloud.advanceTo('2018-07-24T14:00:00Z');
  if (!isHeld) await hold();
  await clara.post('/plan/draft', { csrf });
  const message = { csrf, subject: MARKUP, text: 'We are closed.', by: 'filter', received: '' };
  const { location: written } = await clara.post('/messages', message);
  const asked = await clara.post('/log/exports', { csrf, run: RUN });
  await cloud.settle();
  const [, plan = ''] = /\/plan\/versions\/([\w-]+)/.exec((await clara.get('/plan')).text) ?? [];
  const [, form = ''] = /\/(roster\/uploads\/[^"&]+)/.exec((await clara.get('/roster/upload')).text) ?? [];
  return {
    '/log/exports/:id': asked.location,
    '/plan/versions/:version': `/plan/versions/${plan}`,
    '/roster/uploads/:kind/:id/:name': `/${form}`,
    '/roster/versions/:version': `/roster/versions/${version}`,
    '/filers/:id': `/filers/${FILER}`,
    '/filers/:id/corrections/:upload': `/filers/${FILER}/corrections/20180724T120000Z-1a2b3c4d`,
    '/filers/:id/emails/:run': `/filers/${FILER}/emails/${RUN}`,
    '/log/:run{[a-z0-9-]+_[\\w-]+}': `/log/${RUN}`,
    '/log/:run{[a-z0-9-]+_[\\w-]+}/:filer': `/log/${RUN}/${FILER}`,
    '/messages/:id': written,
    '/people/:id': '/people/vera',
    '/phases/:id': '/phases/notice-1',
    '/plan/draft/phases/:id': '/plan/draft/phases/notice-1',
    '/plan/draft/messages/:message': '/plan/draft/messages/notice',
    '/plan/draft/messages/:message/:section': '/plan/draft/messages/notice/help',
    '/phases/:id/release': '/phases/warning/release',
  };
}

function pathIn(paths: Paths, route: string): string {
  const [, pattern = ''] = route.split(' ');
  const known = Object.keys(paths)
    .filter((one) => pattern === one || pattern.startsWith(`${one}/`))
    .sort((one, other) => other.length - one.length)[0];
  const path = known ? pattern.replace(known, paths[known]!) : pattern;
  if (/[:{]/.test(path)) throw new Error(`Cannot walk because no real path is known: ${route}`);
  return path;
}
