import type { RosterVersion } from '../../../domain/roster/roster-version.ts';
import { Alert } from '../../ui/alert.tsx';
import { CourtTime } from '../../ui/court-time.tsx';
import type { Page } from '../../ui/layout.tsx';

/** A correction that hasn't taken effect. */
interface CorrectionView {
  readonly filerId: string;
  readonly zone: string;
  /** When it was saved: instant, ISO 8601 in UTC. */
  readonly since: string;
  /** Why the intake refused it, as a sentence without its full stop; `null`: it didn't. */
  readonly refused: string | null;
  /** The version that it became, which needs a decision; `null`: none yet. */
  readonly held: Pick<RosterVersion, 'version' | 'held'> | null;
}

/** Seconds between looks. */
const LIVE_SECONDS = 2;

/** What becomes of a correction: it is taken in, or needs a decision, or was refused. */
export function correctionPage(view: CorrectionView): Page {
  const { filerId, refused, held } = view;
  const isOpen = refused === null && held === null;
  return {
    title: isOpen
      ? 'Saving the correction'
      : held
        ? 'The correction needs a decision'
        : 'The correction was refused',
    current: '/filers',
    back: { label: 'The filer', href: `/filers/${filerId}` },
    ...(isOpen && { scripts: ['live'], refreshSeconds: 2 * LIVE_SECONDS }),
    body: (
      <div role="status">
        <div id="correction" data-live={isOpen ? LIVE_SECONDS : undefined}>
          <Progress {...view} />
        </div>
      </div>
    ),
  };
}

function Progress({ filerId, refused, held, zone, since }: CorrectionView) {
  if (held) {
    return (
      <>
        <Alert kind="warning" title="It hasn’t taken effect" live="off">
          <ul class="usa-alert__text">
            {held.held.map(({ reason }) => (
              <li>{reason}.</li>
            ))}
          </ul>
        </Alert>
        <p>
          <a class="usa-button" href={`/roster/versions/${held.version}`}>
            Decide on the correction
          </a>
        </p>
      </>
    );
  }
  if (refused !== null) {
    return (
      <>
        <Alert kind="error" title="Nothing has changed" live="off">
          <p class="usa-alert__text crier-break">{refused}.</p>
        </Alert>
        <p>
          <a href={`/filers/${filerId}/correct`}>Correct this filer again</a>
        </p>
      </>
    );
  }
  return (
    <p>
      Saved <CourtTime at={since} zone={zone} />. A new version of the roster is being written, which takes
      seconds for a small roster and about a minute for a large one. You can leave this page.{' '}
      <a href={`/filers/${filerId}`}>View the filer</a>
    </p>
  );
}
