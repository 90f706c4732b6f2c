/** Why everything is held, in a sentence. @param reason as the gate has it, `ses-daily-quota` */
export function allHoldLabel(reason: string): string {
  if (reason === 'person') return 'Someone paused it.';
  if (reason === 'restored') return RESTORED_LABEL;
  if (reason === 'ses-daily-quota')
    return 'The email service’s daily quota is used up. Sending will resume automatically once there is room.';
  if (reason.startsWith('ses-'))
    return `The email service is refusing every email (${reason}). Operations staff must fix that first.`;
  return `Paused: ${reason}.`;
}

/** Why a run is held, in a sentence or two. */
export function runHoldLabel(reason: string): string {
  if (reason === 'daily-quota')
    return 'It doesn’t fit within today’s email quota. It will resume automatically once it does.';
  if (reason === 'too-slow')
    return 'At the current rate it would expire before every email is sent. It will resume automatically once it fits.';
  if (reason.startsWith('breaker-'))
    return `Crier paused it because too much went wrong (${reason.slice(8)}). Find the cause before you resume.`;
  return allHoldLabel(reason);
}

const RESTORED_LABEL =
  'Tables were restored from a backup and lack what happened since. Operations staff must act first.';

const SHORT: Readonly<Record<string, string>> = {
  person: 'Someone paused it.',
  restored: 'Its tables were restored from a backup.',
  'breaker-bounces': 'Too many of its emails bounced.',
  'breaker-complaints': 'Too many of its emails were marked as spam.',
  'breaker-failures': 'Too many of its emails failed in a row.',
};

/**
 * Why a run is held, beside its status.
 * @param reason one that holds everything begins with `all:`
 * @param note who paused it, when and why, if that is known
 */
export function shortHoldLabel(reason: string, note?: string): string {
  const isOfAll = reason.startsWith('all:');
  const plain = isOfAll ? reason.slice('all:'.length) : reason;
  const label = note ?? SHORT[plain] ?? `Paused: ${plain}.`;
  return isOfAll ? `All sending is paused. ${label}` : label;
}
