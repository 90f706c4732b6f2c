import type { DraftCommand, ExportCommand, RecordedCommand, UploadCommand } from '../../domain/audit.ts';
import { pagePathOf } from '../../domain/upload-place.ts';
import { counted } from '../../lib/count.ts';

/** What pages call a command that a person gave: the deed, and what it was done to. */
interface CommandLabel {
  readonly title: string;
  /** A code of ours: a run, a phase, a version, a filer. */
  readonly what: string | null;
  /** The page that shows it. */
  readonly href?: string;
}

/** What pages call a command. */
export function commandLabel(act: RecordedCommand): CommandLabel {
  switch (act.act) {
    case 'hold':
      return scoped('Held', act.scope);
    case 'lift':
      return scoped('Lifted a hold of', act.scope);
    case 'cancel':
      return { title: 'Canceled', ...run(act.runId) };
    case 'retry':
      return act.filerId
        ? { title: 'Tried an email again', what: act.filerId, href: `/log/${act.runId}/${act.filerId}` }
        : { title: 'Tried failed and unknown emails again', ...run(act.runId) };
    case 'redrive':
      return { title: 'Brought back what had been given up', what: act.queue ?? 'every queue' };
    case 'unsuppress':
      return { title: 'Took off the list of those who are never mailed', what: act.filerId };
    case 'expire-suppressions':
      return {
        title: 'Deleted suppressed addresses at the end of their days',
        what: counted(act.entries, 'entry', 'entries'),
      };
    case 'export-person':
      return { title: 'Exported a filer’s data', what: act.filerId };
    case 'erase':
      return { title: 'Erased a filer’s data', what: act.filerId };
    case 'release':
      return { title: 'Released', what: act.phaseId, href: `/phases/${act.phaseId}` };
    case 'activate':
      return { title: 'Activated a roster', what: act.version, href: `/roster/versions/${act.version}` };
    case 'reject':
      return { title: 'Rejected a roster', what: act.version, href: `/roster/versions/${act.version}` };
    case 'keep':
      return {
        title: 'Kept what was known where a roster is blank',
        what: act.version,
        href: `/roster/versions/${act.version}`,
      };
    case 'upload':
      return { title: UPLOADED[act.kind], ...uploaded(act) };
    case 'plan':
      return act.postpones
        ? { title: 'Postponed the launch', what: null, href: '/postpone' }
        : { title: 'Uploaded a launch plan', what: fileIn(act.key), href: '/plan' };
    case 'draft':
      return { title: DRAFT_STEPS[act.step], what: membersOf(act), href: '/plan/draft' };
    case 'test':
      return { title: 'Sent a test email to themselves', what: act.phaseId, href: `/phases/${act.phaseId}` };
    case 'phone-list':
      return { title: 'Took the phone list as a table', what: act.version, href: '/filers/phone-list' };
    case 'call':
      return { title: 'Recorded a call', what: act.filerId, href: `/filers/${act.filerId}` };
    case 'assign':
      return {
        title:
          act.assignee === null ? 'Unassigned filers to call' : `Assigned filers to call to ${act.assignee}`,
        what: act.filerIds.join(', '),
        href: '/filers/phone-list',
      };
    case 'correct':
      return { title: 'Corrected a filer’s row', what: act.filerId, href: `/filers/${act.filerId}` };
    case 'export':
      return exported(act.filter);
  }
}

const DRAFT_STEPS: Readonly<Record<DraftCommand['step'], string>> = {
  start: 'Started a draft of the plan',
  save: 'Changed the draft of the plan',
  discard: 'Discarded the draft of the plan',
};

/** More than these would hide the other entries. */
const MAX_MEMBERS = 5;

function membersOf({ members = [] }: DraftCommand): string | null {
  if (members.length === 0) return null;
  const more = members.length - MAX_MEMBERS;
  return [...members.slice(0, MAX_MEMBERS), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const UPLOADED: Readonly<Record<UploadCommand['kind'], string>> = {
  plan: 'Uploaded a launch plan',
  roster: 'Uploaded a roster',
  update: 'Uploaded a roster update',
};

function uploaded({ kind, key, upload }: UploadCommand): Omit<CommandLabel, 'title'> {
  if (key !== undefined) return { what: fileIn(key), href: pagePathOf(key) };
  return { what: upload ?? null, href: kind === 'plan' ? '/plan' : '/roster' };
}

function exported({ runId, isSearch }: ExportCommand['filter']): CommandLabel {
  if (runId && !isSearch) return { title: 'Exported the send log', ...run(runId) };
  return { title: 'Exported what a search of the send log found', ...(runId ? run(runId) : { what: null }) };
}

function scoped(title: string, scope: string): CommandLabel {
  return scope === 'all' ? { title: `${title} everything`, what: null } : { title, ...run(scope) };
}

function run(runId: string): { what: string; href: string } {
  return { what: runId, href: `/log?run=${runId}` };
}

function fileIn(key: string): string {
  return key.split('/').at(-1) ?? key;
}
