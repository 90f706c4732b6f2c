import { DATE_CHANGE, kindOf, type MessageKind } from '../../domain/plan/kinds.ts';

/**
 * Which earlier emails a preview assumes: an email says less to someone who got the ones before it.
 * @param after the kind of the email before; `null`: it is written as the first
 */
export function earlierWords(kind: MessageKind, after: MessageKind | null): string {
  if (kind === DATE_CHANGE) return 'Written for a filer who was told the earlier dates';
  if (after === null) return 'None: written as the first email that a filer gets';
  return `Written for a filer who got every email before it, the last of them: ${kindOf(after).label}`;
}
