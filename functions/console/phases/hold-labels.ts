/** Why everything is held, in a sentence. @param reason as the gate has it, `ses-daily-quota` */
export function allHoldLabel(reason: string): string {
  if (reason === 'person') return 'A person holds it.';
  if (reason === 'restored') return RESTORED_LABEL;
  if (reason === 'ses-daily-quota')
    return 'The email service’s daily quota is used up; it goes on by itself once there is room.';
  if (reason.startsWith('ses-'))
    return `The email service refuses every email (${reason}). Operations staff must see to that first.`;
  return `It is held: ${reason}.`;
}

/** Why a run is held, in a sentence or two. */
export function runHoldLabel(reason: string): string {
  if (reason === 'daily-quota')
    return 'It does not fit into today’s quota of the email service. It goes on by itself once it does.';
  if (reason === 'too-slow')
    return 'At the present rate it would not end before it expires. It goes on by itself once it does.';
  if (reason.startsWith('breaker-'))
    return `Crier stopped it, as too much went wrong (${reason.slice(8)}). Find the cause before it goes on.`;
  return allHoldLabel(reason);
}

const RESTORED_LABEL =
  'Tables were restored from a backup, which lacks what happened since. Operations staff follow the runbook first.';

const SHORT: Readonly<Record<string, string>> = {
  person: 'A person holds it.',
  restored: 'Its tables were restored from a backup.',
  'breaker-bounces': 'Too many of its emails bounced.',
  'breaker-complaints': 'Too many of its emails were marked as spam.',
  'breaker-failures': 'Too many of its emails failed in a row.',
};

/** Why a run is held, beside its status. @param reason one that holds everything begins with `all:` */
export function shortHoldLabel(reason: string): string {
  const isOfAll = reason.startsWith('all:');
  const plain = isOfAll ? reason.slice('all:'.length) : reason;
  const label = SHORT[plain] ?? `It is held: ${plain}.`;
  return isOfAll ? `Everything is held. ${label}` : label;
}
