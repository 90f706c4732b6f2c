import { readCsv } from '../../../oracle/read-csv.ts';

/** What pages and files say. */

const words = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const TAG = /<span class="usa-tag [^"]*">([^<]*)<\/span>/;

interface Shown {
  readonly status: string;
  /** `24 filers: 20 sent, …`; empty where none is shown. */
  readonly tally: string;
}

function shownIn(html: string): Shown {
  const tally = /<p class="crier-tally">(.*?)\.<\/p>/s.exec(html)?.[1] ?? '';
  return { status: words(TAG.exec(html)?.[1] ?? ''), tally: tally.replace(/ \(.*/, '') };
}

/** By the ids of phases. */
export function onOverview(html: string): Map<string, Shown> {
  const items = html.split('<li class="crier-timeline__item').slice(1);
  return byPhase(items);
}

export function onPhases(html: string): Map<string, Shown> {
  return byPhase(
    html
      .split('<h2 id="others">')[0]!
      .split(/<tr[^>]*>/)
      .slice(1),
  );
}

export function onPhase(html: string): Shown {
  return shownIn(html.slice(html.indexOf('<div id="phase"')));
}

function byPhase(parts: readonly string[]): Map<string, Shown> {
  return new Map(
    parts.flatMap((part) => {
      const id = /href="\/phases\/([\w-]+)"/.exec(part)?.[1];
      return id ? [[id, shownIn(part)] as const] : [];
    }),
  );
}

/** The numbers of each run in the log's list: audience, sent, waiting, not sent, unconfirmed. */
export function onLog(html: string): Map<string, { readonly status: string; readonly numbers: number[] }> {
  return new Map(
    html.split(/<tr[^>]*>/).flatMap((row) => {
      const id = /href="\/log\?run=([\w-]+)"/.exec(row)?.[1];
      const cells = [...row.matchAll(/<td[^>]*class="[^"]*crier-number[^"]*"[^>]*>(.*?)<\/td>/gs)];
      if (!id || cells.length !== 5) return [];
      return [[id, { status: shownIn(row).status, numbers: cells.map(([, cell]) => Number(words(cell!))) }]];
    }),
  );
}

/** The tally on the page of one run's emails. */
export function onRun(html: string): string {
  return shownIn(html).tally;
}

/** The sums of all runs in the closing report's file: sent, waiting, not sent, unconfirmed. */
export function inReportFile(file: string): number[] {
  const html = file.slice(file.indexOf('id="phases"'));
  const heads = [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, head]) => words(head!));
  const total = /<tr[^>]*><th scope="row"[^>]*>Total<\/th>(.*?)<\/tr>/s.exec(html)?.[1] ?? '';
  const cells = [...total.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => Number(words(cell!)));
  const first = heads.indexOf('Phase');
  const of = (head: string) => cells[heads.indexOf(head, first) - first - 1] ?? 0;
  return [of('Sent'), of('Waiting'), of('Not sent'), heads.includes('Unconfirmed') ? of('Unconfirmed') : 0];
}

/** The lines of an export by what happened to the email: all, sent, waiting, not sent, unconfirmed. */
export function inTable(csv: string): number[] {
  const rows = readCsv(csv);
  const of = (...statuses: string[]) => rows.filter(({ status = '' }) => statuses.includes(status)).length;
  const sent = of('sent', 'delayed', 'delivered', 'bounced', 'complained');
  return [rows.length, sent, of('waiting'), of('skipped', 'failed'), of('unknown')];
}

/** The lines of `ops runs`: the status, then the same numbers as in the log. */
export function onCommandLine(
  text: string,
): Map<string, { readonly status: string; readonly numbers: number[] }> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [id = '', status = '', ...rest] = line.split(/ +/);
      return /_\d{8}T\d{6}Z$/.test(id) ? [[id, { status, numbers: rest.slice(0, 5).map(Number) }]] : [];
    }),
  );
}
