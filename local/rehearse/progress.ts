import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { SendStatus } from '../../functions/domain/send/status.ts';
import { STATUS_WORDS } from '../../functions/domain/send/words.ts';
import { counted } from '../../functions/lib/count.ts';
import { courtTime, zoneWords } from '../../functions/lib/court-time.ts';
import type { LogLine } from '../cloud/lambda/functions.ts';
import type { Observer } from './play.ts';
import { reasonMessage } from './report/labels.ts';

/** Where progress is shown: live on a terminal, otherwise a line for each thing that has ended. */
interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** How often a live line is drawn at most: a terminal takes longer than an email. */
const FRAME_MILLISECONDS = 80;

/** The longest time that a line begins with. */
const TIME_WIDTH = 'Wed, Oct 24, 2018, 10:00 a.m. EDT'.length;

/** Shows a rehearsal while it runs. */
export function progress(screen: Screen): Observer & { clear(): void } {
  let zone = 'UTC';
  let phase: { name: string; mailable: number; sent: number } | null = null;
  // Said once: that a held phase expires later is no news.
  const held = new Set<string>();

  const { clear, say, draw } = linesOn(screen);
  const stamp = (at: string) => courtTime(at, zone).padEnd(TIME_WIDTH);

  function logged({ at, code, fields }: LogLine): void {
    if (code === 'phase-started') {
      const name = phaseOf(fields.run);
      phase = { name, mailable: Number(fields.mailable), sent: 0 };
      draw(`${stamp(at.toString())}  ${name} starts`);
    } else if (code === 'phase-completed') {
      say(`${stamp(at.toString())}  ${phaseOf(fields.run)}: ${outcomeWords(fields)}`);
      phase = null;
    } else if (code === 'phase-held' && !held.has(String(fields.phase))) {
      held.add(String(fields.phase));
      say(`${stamp(at.toString())}  ${fields.phase} waits: ${reasonMessage(String(fields.reason))}`);
    }
  }

  return {
    clear,
    logged,
    begins: (plan: Plan) => {
      zone = plan.court.zone;
      say(`Rehearsing ${plan.name}: ${plan.court.name}. All times are in ${zoneWords(zone)}.`);
    },
    uploaded: (file, at, refusedRows) => {
      const refused = refusedRows > 0 ? `, ${counted(refusedRows, 'row')} skipped` : '';
      say(`${stamp(at)}  the clerk uploads ${file}${refused}`);
    },
    released: (phaseId, { at, why }) => say(`${stamp(at)}  the clerk releases ${phaseId}: ${why}`),
    sent: () => {
      if (!phase) return;
      phase.sent++;
      draw(`  ${phase.name}  ${phase.sent} of ${phase.mailable} sent`);
    },
  };
}

/** Writes lines that stay, and below them one that is drawn over on a terminal. */
function linesOn(screen: Screen) {
  let drawnAt = 0;
  const clear = () => {
    if (screen.isTTY) screen.write('\r\u001b[2K');
  };
  return {
    clear,
    say: (line: string) => {
      clear();
      screen.write(`${line}\n`);
    },
    draw: (line: string) => {
      if (!screen.isTTY || Date.now() - drawnAt < FRAME_MILLISECONDS) return;
      drawnAt = Date.now();
      clear();
      screen.write(line.slice(0, (screen.columns || 80) - 1));
    },
  };
}

function phaseOf(runId: unknown): string {
  return String(runId).replace(/_[^_]*$/, '');
}

const STATUSES: readonly SendStatus[] = [
  'delivered',
  'bounced',
  'complained',
  'sent',
  'delayed',
  'failed',
  'unknown',
  'waiting',
  'skipped',
];

/** Statuses with their counts: `283 delivered, 3 bounced`. */
function outcomeWords(fields: LogLine['fields']): string {
  const counts = STATUSES.filter((status) => fields[status]).map(
    (status) => `${fields[status]} ${STATUS_WORDS[status]}`,
  );
  return counts.length === 0 ? 'no one to email' : counts.join(', ');
}
