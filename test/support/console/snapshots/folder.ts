import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../browser.ts';
import { normalDom } from './normal-dom.ts';

/** Keeps what the console answers, one file an answer. */
export interface SnapshotFolder {
  /** How many answers were kept. */
  readonly size: number;
  /** @param name of the file below the scene's folder; one that is used already gets a number */
  keep(name: string, answer: Answer): void;
}

/** What differs from run to run of the same launch, each with what is kept in its place. */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT'],
  [/127\.0\.0\.1%3A\d+/g, '127.0.0.1%3APORT'],
  [/\/assets\/[0-9a-f]+\//g, '/assets/HASH/'],
  [/(name="csrf" type="hidden" value|data-csrf)="[^"]+"/g, '$1="CSRF"'],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'UUID'],
  // The random part of an upload's place.
  [/(\d{8}T\d{6}Z-)[0-9a-f]{8}(?![0-9a-f])/g, '$1RANDOM'],
  [/(name="(?:policy|x-amz-[a-z-]+)" type="hidden" value)="[^"]+"/gi, '$1="SIGNED"'],
  [/([?&]X-Amz-[A-Za-z-]+)=[^&"\s]+/g, '$1=SIGNED'],
  // Senders of one run race each other for its slots.
  [/(datetime="[\dT:-]{16}):\d\d/g, '$1:SS'],
  [/([?&]search)=[\w-]{24}/g, '$1=SEARCH'],
  [/([?&](?:state|nonce|code_challenge))=[\w-]{40,}/g, '$1=SECRET'],
];

/** A folder of a scene of the launch. @param folder is made if it isn't there */
export function snapshotFolder(folder: string): SnapshotFolder {
  mkdirSync(folder, { recursive: true });
  const used = new Map<string, number>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    keep: (name, answer) => {
      const plain = masked(name)
        .replaceAll(/[^\w.=&-]+/g, '_')
        .slice(0, 150);
      const times = (used.get(plain) ?? 0) + 1;
      used.set(plain, times);
      writeFileSync(join(folder, times === 1 ? `${plain}.txt` : `${plain}~${times}.txt`), textOf(answer));
      size++;
    },
  };
}

function textOf({ statusCode, headers, cookies, location, text }: Answer): string {
  const type = headers['content-type'] ?? '';
  const isPage = type.startsWith('text/html') && text.includes('<main');
  return masked(
    [
      `${statusCode} ${type}`,
      ...(location === '' ? [] : [`location: ${location}`]),
      ...['content-disposition', 'content-security-policy', 'cache-control'].flatMap((name) =>
        headers[name] === undefined ? [] : [`${name}: ${headers[name]}`],
      ),
      ...cookies.flatMap(noticeIn),
      '',
      isPage ? normalDom(text) : text,
    ].join('\n'),
  );
}

/** What the next page is to tell. */
function noticeIn(cookie: string): string[] {
  const [, value] = /crier-notice-\d+=([^;]+)/.exec(cookie) ?? [];
  return value ? [`notice: ${Buffer.from(value, 'base64url').toString()}`] : [];
}

function masked(text: string): string {
  return MASKS.reduce((result, [pattern, mask]) => result.replaceAll(pattern, mask), text);
}
