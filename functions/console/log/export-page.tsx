import type { ExportStatus } from '../../domain/send/export-request.ts';
import { counted } from '../../lib/count.ts';
import type { Tone } from '../../queries/tone.ts';
import { CourtTime } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';
import { Tag } from '../ui/tag.tsx';

/** How far an export of the send log is, and its file once that is ready. */
export function exportPage({ status, zone }: { status: ExportStatus; zone: string }): Page {
  const isUnderWay = status.state === 'waiting' || status.state === 'running';
  const { name, tone } = LABELS[status.state];
  return {
    title: 'Export of the send log',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    scripts: isUnderWay ? ['live'] : [],
    body: (
      <>
        <div id="export" data-live={isUnderWay ? 2 : undefined} aria-live="polite">
          <p>
            <Tag tone={tone}>{name}</Tag>
          </p>
          <Progress {...status} />
        </div>
        <p class="crier-quiet">
          Requested <CourtTime at={status.askedAt} zone={zone} />.
        </p>
      </>
    ),
  };
}

const LABELS: Readonly<Record<ExportStatus['state'], { readonly name: string; readonly tone: Tone }>> = {
  waiting: { name: 'Waiting', tone: 'plain' },
  running: { name: 'In progress', tone: 'busy' },
  done: { name: 'Ready', tone: 'good' },
  failed: { name: 'Failed', tone: 'bad' },
  'too-long': { name: 'Too long', tone: 'bad' },
  'search-gone': { name: 'Search expired', tone: 'bad' },
};

function Progress({ state, rows, exportId }: ExportStatus) {
  const path = `/log/exports/${exportId}`;
  const lines = counted(rows, 'line');
  switch (state) {
    case 'waiting':
      return (
        <p>
          It will start in a moment. <a href={path}>Refresh</a>
        </p>
      );
    case 'running':
      return (
        <p>
          {lines} so far. <a href={path}>Refresh</a>
        </p>
      );
    case 'done':
      return (
        <>
          <p>{lines}. The file contains names and addresses: store it as carefully as the roster.</p>
          <p>
            <a class="usa-button" href={`${path}/file`}>
              Download the file
            </a>
          </p>
        </>
      );
    case 'failed':
      return (
        <p>
          It stopped at {lines} and will be retried automatically. If this doesn’t change within a few
          minutes, request a new export.
        </p>
      );
    case 'search-gone':
      return <p>The search has expired, so nothing was exported. Search again, then request a new export.</p>;
    case 'too-long':
      return (
        <p>It stopped at {lines} because it would take too long. Export less: one phase, or one status.</p>
      );
  }
}
