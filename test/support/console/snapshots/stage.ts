import { join } from 'node:path';
import type { HttpEvent, HttpResult } from '../../../../functions/console/http/event.ts';
import type { Cloud } from '../../../../local/cloud/cloud.ts';
import { type Answer, type Browser, browserAt } from '../browser.ts';
import { type Crawler, crawler } from './crawl.ts';
import { type SnapshotFolder, snapshotFolder } from './folder.ts';
import { elementsOf } from './normal-dom.ts';

/** A launch whose console is looked at while it runs: by a clerk, by operations, and by who isn't signed in. */
export interface Stage {
  readonly cloud: Cloud;
  readonly clara: Visitor;
  readonly otto: Visitor;
  readonly stranger: Visitor;
  /** From here on answers are kept in a folder of this name. */
  scene(name: string): void;
  /** The clerk looks at these pages, and at those of the scene's others that one of them leads to. */
  look(paths: readonly string[], most?: number): Promise<void>;
  /** Operations look at these pages alone. */
  lookAsOps(paths: readonly string[]): Promise<void>;
  /** How many answers were kept. */
  readonly size: number;
}

/** Fields of a form, without its secret. */
type Fields = Readonly<Record<string, string>>;

/** Someone with a browser: every answer that they get is kept. */
interface Visitor {
  readonly browser: Browser;
  get(path: string): Promise<Answer>;
  /** Sends fields as they are, without the secret that a form carries. */
  send(path: string, fields: Fields): Promise<string>;
  /** Sends a form, and follows where it leads. @returns where that is, or '' */
  post(path: string, fields?: Fields): Promise<string>;
  /** Sends a plan as the form with a file does. */
  postPlan(text: string): Promise<void>;
  /** Uploads a file past the console, as its script does. @returns the page that follows the upload */
  upload(kind: 'roster' | 'update', file: { name: string; text: string }): Promise<string>;
}

/** @param out folder that gets a folder for each scene */
export async function aStage(cloud: Cloud, out: string): Promise<Stage> {
  const handler = (event: HttpEvent) => cloud.invoke('Console', event) as Promise<HttpResult>;
  const browsers = {
    clara: browserAt(handler, cloud),
    otto: browserAt(handler, cloud),
    stranger: browserAt(handler, cloud),
  };
  await browsers.clara.signIn('clara');
  await browsers.otto.signIn('otto');
  const folders: Record<string, SnapshotFolder> = {};
  const crawls: Record<string, Crawler> = {};
  let before = 0;
  const total = () => Object.values(folders).reduce((sum, { size }) => sum + size, 0);
  const visitor = (who: keyof typeof browsers) => visitorWith(browsers[who], () => folders[who]!);
  const stage: Stage = {
    cloud,
    clara: visitor('clara'),
    otto: visitor('otto'),
    stranger: visitor('stranger'),
    scene: (name) => {
      before += total();
      for (const [who, browser] of Object.entries(browsers)) {
        const folder = snapshotFolder(join(out, name, who));
        folders[who] = folder;
        crawls[who] = crawler(browser, folder);
      }
    },
    look: (from, most) => crawls.clara!(from, most),
    lookAsOps: (from) => crawls.otto!(from, 0),
    get size() {
      return before + total();
    },
  };
  return stage;
}

function visitorWith(browser: Browser, folder: () => SnapshotFolder): Visitor {
  async function get(path: string): Promise<Answer> {
    const answer = await browser.get(path);
    folder().keep(path, answer);
    return answer;
  }

  async function send(path: string, body: Fields | string, headers: Fields = {}): Promise<string> {
    const answer = await browser.post(path, body, { headers });
    folder().keep(`POST ${path}`, answer);
    if (!answer.location.startsWith('/')) return '';
    folder().keep(`after ${path} then ${answer.location}`, await browser.get(answer.location));
    return answer.location;
  }

  return {
    browser,
    get,
    send,
    post: async (path, fields = {}) => send(path, { csrf: await browser.csrf(), ...fields }),
    postPlan: async (text) => {
      const form = new FormData();
      form.set('csrf', await browser.csrf());
      form.set('file', new Blob([text], { type: 'application/json' }), 'launch.json');
      const request = new Response(form);
      await send('/plan/check', await request.text(), {
        'content-type': request.headers.get('content-type')!,
      });
    },
    upload: async (kind, { name, text }) => {
      const asked = await browser.post('/roster/upload', { csrf: await browser.csrf(), kind, name });
      const { url, fields, next } = JSON.parse(asked.text) as { url: string; fields: Fields; next: string };
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.set(field, value);
      form.set('file', new Blob([text], { type: 'text/csv' }), name);
      const answer = await fetch(url, { method: 'POST', body: form });
      if (!answer.ok) throw new Error(`Cannot upload because the bucket answered ${answer.status}`);
      return next;
    },
  };
}

/** The hidden fields of a page's forms, without their secret. */
export function hiddenIn({ text }: Pick<Answer, 'text'>): Fields {
  const hidden = elementsOf(text).flatMap(({ name, attribs }): [string, string][] =>
    name === 'input' && attribs.type === 'hidden' && attribs.name !== 'csrf'
      ? [[attribs.name ?? '', attribs.value ?? '']]
      : [],
  );
  return Object.fromEntries(hidden);
}

/** The first of a page's links that begins so. @throws Error when there is none */
export function linkIn({ text }: Pick<Answer, 'text'>, start: string): string {
  const link = elementsOf(text).find(({ name, attribs }) => name === 'a' && attribs.href?.startsWith(start));
  if (!link) throw new Error(`Cannot go on because the page must link to ${start}`);
  return link.attribs.href!;
}
