import { CourtTime } from './court-time.tsx';

interface LiftedNoteProps {
  /** Instant, ISO 8601 in UTC; left out: emails to the address were never allowed again. */
  readonly at: string | undefined;
  readonly zone: string;
}

/** Says when a person allowed emails to an address again, after a bounce or complaint had stopped them. */
export function LiftedNote({ at, zone }: LiftedNoteProps) {
  if (at === undefined) return null;
  return (
    <>
      Emails to this address were allowed again on <CourtTime at={at} zone={zone} />.
    </>
  );
}
