import { CourtTime } from '../ui/court-time.tsx';
import { Fact } from '../ui/facts.tsx';
import type { PhaseView } from './phase-view.ts';

/** Who released or approved a phase or a message, when and why; nothing before. */
export function ReleaseFact({ phase, releasedBy, zone }: Pick<PhaseView, 'phase' | 'releasedBy' | 'zone'>) {
  if (!releasedBy) return null;
  return (
    <Fact name={nameOfRelease(phase)}>
      By {releasedBy.name}, <CourtTime at={releasedBy.at} zone={zone} />: {releasedBy.why}
    </Fact>
  );
}

/** What a person's release was: with two-person approval an approval, which may be void by now. */
function nameOfRelease({ twoPersonApproval, marks, status }: PhaseView['phase']): string {
  if (!twoPersonApproval || !marks.approval) return 'Released';
  const isVoid = status.kind === 'waiting' && status.reason === 'approval-void';
  return isVoid ? 'Approved (now void)' : 'Approved';
}
