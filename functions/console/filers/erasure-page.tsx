import type { Erasure } from '../../domain/erasure.ts';
import { counted } from '../../lib/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { Tag } from '../ui/tag.tsx';

/** What is left where an erased filer's page was. @param mayErase Whether the user may see what was erased. */
export function erasedFilerPage(
  { filerId, finishedAt }: Erasure,
  { zone, mayErase }: { zone: string; mayErase: boolean },
): Page {
  return {
    title: `Filer ${filerId}`,
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: (
      <>
        <p>
          <Tag tone="plain">Erased</Tag> {finishedAt ? <CourtTime at={finishedAt} zone={zone} /> : null}
        </p>
        <p>
          This person’s data was erased. Only the filer’s id remains, in the audit log and in the record of
          the erasure, and the counts of rosters and runs. If a later roster names this person, they come back
          as a new filer.
        </p>
        {mayErase ? (
          <p>
            <a href={`/filers/${filerId}/erasure`}>View what was erased</a>
          </p>
        ) : null}
      </>
    ),
  };
}

interface ErasureView {
  readonly erasure: Erasure;
  /** Who asked for it: a name, a sign-in id, or that it came from outside the console. */
  readonly by: string;
  /** Why it can't continue now, as a sentence; `null`: nothing is in its way. */
  readonly waits: string | null;
  readonly zone: string;
}

/** How far the erasure of a person is, and what was done. It knows them by their id alone. */
export function erasurePage({ erasure, by, waits, zone }: ErasureView): Page {
  const { filerId, finishedAt, requestedAt, neverMail } = erasure;
  return {
    title: `Erasure of filer ${filerId}`,
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    scripts: finishedAt === null ? ['live'] : [],
    body: (
      <>
        <div id="erasure" data-live={finishedAt === null ? 2 : undefined} aria-live="polite">
          <Progress erasure={erasure} waits={waits} zone={zone} />
        </div>
        <Facts>
          <Fact name="Requested">
            <CourtTime at={requestedAt} zone={zone} /> by {by}
          </Fact>
          <Fact name="Emails from now on">
            {neverMail
              ? 'None, even if a later roster names this person; a shared mailbox still gets emails'
              : 'Only if a later roster names this person'}
          </Fact>
        </Facts>
        <p class="crier-quiet">
          The reason is in the <a href="/audit">audit log</a>.
        </p>
      </>
    ),
  };
}

function Progress({ erasure, waits, zone }: Pick<ErasureView, 'erasure' | 'waits' | 'zone'>) {
  const { filerId, finishedAt, counts } = erasure;
  if (finishedAt !== null) {
    return (
      <>
        <p>
          <Tag tone="good">Erased</Tag> <CourtTime at={finishedAt} zone={zone} />
        </p>
        <p>
          Erased from {counted(counts.versions, 'roster version')} and {counted(counts.runs, 'run')}, whose
          counts stay. {counted(counts.files, 'upload, report or export', 'uploads, reports and exports')}{' '}
          that could name this person were deleted.
        </p>
      </>
    );
  }
  const again = <a href={`/filers/${filerId}/erasure`}>Check again</a>;
  return waits ? (
    <>
      <p>
        <Tag tone="wait">Waiting</Tag>
      </p>
      <p>
        {waits} It will continue automatically within the hour. {again}
      </p>
    </>
  ) : (
    <>
      <p>
        <Tag tone="busy">Erasing</Tag>
      </p>
      <p>
        It takes less than a minute. If it is interrupted, it will continue automatically within the hour.{' '}
        {again}
      </p>
    </>
  );
}
