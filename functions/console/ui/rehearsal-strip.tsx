import type { Child } from 'hono/jsx';
import type { RehearsalPlaces } from '../settings.ts';

interface RehearsalStripProps {
  /** @default none */
  readonly places: RehearsalPlaces | undefined;
  /** What time it is at the court, as text. @default not shown */
  readonly courtTime: string | undefined;
}

/** Says on every page that this is a rehearsal, and links to the pages beside the console. */
export function RehearsalStrip({ places: { inbox, clock } = {}, courtTime }: RehearsalStripProps) {
  return (
    <aside class="crier-rehearsal" aria-label="Rehearsal">
      <div class="crier-width">
        <strong>Rehearsal:</strong> no real email is sent.
        {clock || inbox ? (
          <span class="crier-rehearsal__ways">
            {clock ? <StripLink href={clock}>The clock{courtTime ? `: ${courtTime}` : ''}</StripLink> : null}
            {inbox ? <StripLink href={inbox}>Every email</StripLink> : null}
          </span>
        ) : null}
      </div>
    </aside>
  );
}

function StripLink({ href, children }: { href: string; children: Child }) {
  return (
    <>
      {' '}
      <a href={href}>{children}</a>
    </>
  );
}
