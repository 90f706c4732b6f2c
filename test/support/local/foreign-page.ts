import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page could find out about one address. */
export interface Found {
  readonly url: string;
  /** How it tried. */
  readonly way: string;
  /** What it could read; `null` for nothing. */
  readonly read: string | null;
}

/**
 * A page that tries every way in which a browser lets one origin reach another. It runs in Chromium, so it is a text.
 * `window.tryAll(targets)` resolves to a list of `Found`.
 */
const PAGE = `<!doctype html><title>foreign</title><script>
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const within = (work) => Promise.race([work, pause(3000).then(() => null)]);
const asked = async (url, init) => {
  try {
    const answer = await fetch(url, init);
    return answer.type === 'opaque' ? null : answer.status + ' ' + (await answer.text()).slice(0, 200);
  } catch { return null; }
};
const loaded = (tag, url) => new Promise((done) => {
  const element = document.createElement(tag);
  element.onload = () => done('loaded');
  element.onerror = () => done(null);
  element.src = url;
  document.body.append(element);
});
const framed = (url) => new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.onload = () => {
    try { done(frame.contentDocument.body.innerText || null); } catch { done(null); }
  };
  frame.src = url;
  document.body.append(frame);
});
const posted = (url, fields, enctype) => new Promise((done) => {
  const frame = document.createElement('iframe');
  frame.name = 'f' + Math.random();
  document.body.append(frame);
  const form = document.createElement('form');
  Object.assign(form, { method: 'post', action: url, target: frame.name, enctype });
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('textarea');
    Object.assign(input, { name, value });
    form.append(input);
  }
  document.body.append(form);
  setTimeout(() => { frame.onload = () => {
    try { done(frame.contentDocument.body.innerText || null); } catch { done(null); }
  }; form.submit(); }, 50);
});
const opened = async (url) => {
  const popup = window.open(url);
  await pause(700);
  let read = null;
  try { read = popup.document.body.innerText || null; } catch {}
  popup?.close();
  return read;
};
const socket = (url) => new Promise((done) => {
  const one = new WebSocket(url.replace('http', 'ws'));
  one.onopen = () => done('open');
  one.onerror = () => done(null);
});
const streamed = (url) => new Promise((done) => {
  const one = new EventSource(url, { withCredentials: true });
  one.onopen = () => { one.close(); done('open'); };
  one.onerror = () => { one.close(); done(null); };
});
const tryOne = async ({ url, body, headers, fields, opens }) => {
  const cors = { credentials: 'include' };
  const ways = {
    read: () => asked(url, cors),
    'read blindly': () => asked(url, { ...cors, mode: 'no-cors' }),
    'post a text': () => asked(url, { ...cors, method: 'POST', body }),
    'post a text blindly': () => asked(url, { ...cors, mode: 'no-cors', method: 'POST', body }),
    'post with headers': () => asked(url, { ...cors, method: 'POST', headers, body }),
    delete: () => asked(url, { ...cors, method: 'DELETE' }),
    'post a form': () => posted(url, fields, 'application/x-www-form-urlencoded'),
    'post a form with parts': () => posted(url, fields, 'multipart/form-data'),
    'post a form as text': () => posted(url, { [body]: '' }, 'text/plain'),
    image: () => loaded('img', url),
    script: () => loaded('script', url),
    frame: () => framed(url),
    ...(opens && { window: () => opened(url) }),
    socket: () => socket(url),
    stream: () => streamed(url),
  };
  const all = Object.entries(ways).map(async ([way, tried]) => ({ url, way, read: await within(tried()) }));
  return Promise.all(all);
};
window.tryAll = async (targets) => {
  const found = [];
  for (let first = 0; first < targets.length; first += 5) {
    const together = targets.slice(first, first + 5).map(tryOne);
    found.push(...(await Promise.all(together)).flat());
  }
  return found;
};
</script><body>foreign</body>`;

/** A website that serves the page, by whatever name it is asked, as an attacker's does; `/own` is what it may read. */
export async function foreignSite(): Promise<{ port: number; close(): void }> {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', url === '/own' ? 'text/plain' : 'text/html');
    response.end(url === '/own' ? 'mine' : PAGE);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, close: () => void server.close().closeAllConnections() };
}
