import type { RecordedCommand } from '../../domain/recorded-command.ts';
import { isOneOffId } from '../../domain/run/one-off.ts';
import { pagePathOf } from '../../domain/upload-place.ts';

/** The page that shows what a command was done to, and what its link is called. */
interface CommandLink {
  readonly href: string;
  readonly label: string;
}

/**
 * Where to look at what a command was done to; `null`: there is no page for it.
 * @param discarded ids of messages that were discarded
 */
export function commandLink(
  act: RecordedCommand,
  { discarded }: { readonly discarded: ReadonlySet<string> },
): CommandLink | null {
  if ('phaseId' in act && discarded.has(act.phaseId)) return null;
  switch (act.act) {
    case 'hold':
    case 'lift':
      return act.scope === 'all' ? null : runLink(act.scope);
    case 'cancel':
      return runLink(act.runId);
    case 'retry':
      if (act.filerId === undefined) return runLink(act.runId);
      return { href: `/log/${act.runId}/${act.filerId}`, label: 'View email' };
    case 'unsuppress':
    case 'call':
    case 'correct':
      return { href: `/filers/${act.filerId}`, label: 'View filer' };
    case 'release':
    case 'test':
      return isOneOffId(act.phaseId)
        ? { href: `/messages/${act.phaseId}`, label: 'View message' }
        : { href: `/phases/${act.phaseId}`, label: 'View phase' };
    case 'dismiss':
      return { href: `/phases/${act.phaseId}`, label: 'View correction' };
    case 'message':
      return { href: `/messages/${act.phaseId}`, label: 'View message' };
    case 'activate':
    case 'reject':
    case 'keep':
      return { href: `/roster/versions/${act.version}`, label: 'View roster' };
    case 'upload':
      if (act.kind === 'plan') return { href: '/plan', label: 'View launch plan' };
      return { href: act.key === undefined ? '/roster' : pagePathOf(act.key), label: 'View roster' };
    case 'plan':
      return { href: '/plan', label: 'View launch plan' };
    case 'draft':
      return { href: '/plan/draft', label: 'View draft' };
    case 'phone-list':
    case 'assign':
      return { href: '/filers/phone-list', label: 'View phone list' };
    case 'export':
      return act.filter.runId === undefined ? null : runLink(act.filter.runId);
    case 'account':
      return { href: `/people/${act.account}`, label: 'View account' };
    case 'redrive':
    case 'expire-suppressions':
    case 'export-person':
    case 'erase':
      return null;
  }
}

function runLink(runId: string): CommandLink {
  return { href: `/log?run=${runId}`, label: 'View emails' };
}
