import type { Run } from '../../domain/run/run.ts';
import { ATTENTION_STATUSES, type SendStatus } from '../../domain/send/status.ts';
import type { PreviousPage } from '../../lib/cursor.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { Chip, Chips } from '../ui/chips.tsx';
import type { Page } from '../ui/layout.tsx';
import { CursorLinks } from '../ui/page-links.tsx';
import { SendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { phasesByRun } from './runs.ts';

/** A page of what needs a person, over all runs. */
interface AttentionView {
  readonly zone: string;
  readonly runs: readonly Run[];
  /** Sends of this status alone. */
  readonly status: SendStatus | undefined;
  readonly lines: readonly SendLine[];
  readonly previous: PreviousPage | null;
  /** Cursor of the next page. */
  readonly next: string | null;
}

const PATH = '/log/attention';

/** Sends that need a person, newest first. */
export function attentionPage({ lines, zone, runs, status, previous, next }: AttentionView): Page {
  return {
    title: 'Needs attention',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <StatusChips chosen={status} />
        {lines.length > 0 ? (
          <SendTable
            lines={lines}
            zone={zone}
            caption="Emails that need attention, newest first"
            phases={phasesByRun(runs)}
          />
        ) : (
          <p class="crier-note">{emptyMessage({ status, next })}</p>
        )}
        <CursorLinks path={PATH} query={{ status }} previous={previous} next={next} />
      </>
    ),
  };
}

function emptyMessage({ status, next }: Pick<AttentionView, 'status' | 'next'>): string {
  if (next) return 'Nothing here matches any more. Continue to the next page.';
  return status ? 'No emails that need attention have this status.' : 'No emails need attention.';
}

function StatusChips({ chosen }: { chosen: SendStatus | undefined }) {
  return (
    <Chips label="Statuses">
      <Chip href={PATH} isChosen={chosen === undefined}>
        All
      </Chip>
      {ATTENTION_STATUSES.map((status) => (
        <Chip href={linkTo(PATH, { status })} isChosen={status === chosen}>
          {statusLabel(status)}
        </Chip>
      ))}
    </Chips>
  );
}
