/** What pages say, from their HTML. */

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
