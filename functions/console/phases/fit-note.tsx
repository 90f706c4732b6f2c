import { count, counted } from '../../lib/count.ts';
import { Alert, AlertText } from '../ui/alert.tsx';
import { formatDuration } from '../ui/duration.ts';
import type { Fit } from './phase-audience.ts';

/** How long the emails take, and whether they fit. @param fit `null`: the email service doesn't tell its limits */
export function FitNote({ fit }: { readonly fit: Fit | null }) {
  if (!fit) {
    return (
      <p>The email service isn’t reporting its limits now, so Crier can’t tell how long this will take.</p>
    );
  }
  const { preflight, rate, left } = fit;
  const takes = `It takes ${formatDuration(preflight.seconds * 1000)} at ${perSecond(rate)}.`;
  if (preflight.fits) {
    const quota = Number.isFinite(left)
      ? `${counted(left, 'email')} may still be sent today`
      : 'there is no daily limit';
    return (
      <p>
        {takes} That fits: {quota}, and it will finish before it expires.
      </p>
    );
  }
  const why =
    preflight.reason === 'daily-quota'
      ? `It won’t fit: only ${counted(left, 'email')} may still be sent within a day.`
      : 'It won’t fit: it would expire before every email is sent.';
  return (
    <Alert kind="warning" slim live="off">
      <AlertText>
        {takes} <strong>{why}</strong> Right now, Crier would pause it before sending anything. Ask operations
        staff to request a higher sending limit.
      </AlertText>
    </Alert>
  );
}

/** `12 a second`, `0.8 a second`. */
export function perSecond(rate: number): string {
  return `${rate >= 10 ? count(Math.round(rate)) : String(Math.round(rate * 10) / 10)} a second`;
}
