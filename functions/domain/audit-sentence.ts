import { counted } from '../lib/count.ts';
import { type Actor, auditActorLabel } from './actor.ts';
import { memberWords, pauseWords, statusWords, suppressedWords, versionTime } from './audit-codes.ts';
import type { AuditEntry } from './audit-entry.ts';
import { CALL_RESULTS, type CallResult } from './call.ts';
import type { RetryCommand } from './command.ts';
import { A_ROLE, ROLE_NAMES, type Role } from './person.ts';
import type {
  AccountCommand,
  AssignCommand,
  ExportCommand,
  PlanCommand,
  RecordedChange,
} from './recorded-command.ts';

/** What an entry needs besides itself to be read. */
export interface AuditNames {
  /** IANA name of the court's zone. */
  readonly zone: string;
  /** What people are called, by the ids of their accounts. @default their ids */
  readonly people?: ReadonlyMap<string, string>;
  /** Names of phases by their ids and by the ids of their runs. @default the ids */
  readonly phases?: ReadonlyMap<string, string>;
  /** The states of filers in words, by their codes. @default the codes */
  readonly states?: Readonly<Record<string, string>>;
}

/** An entry as people read it. */
interface AuditSentence {
  /** `Clara Clerk moved go-live from October 22 to December 10, 2018: judge’s request.` */
  readonly text: string;
  /** What changed, if the sentence doesn't say it. */
  readonly changes: readonly RecordedChange[];
}

/** The name of a phase or a person, by an id. */
type Name = (id: string) => string;

/** What the actor did, `paused all sending`, and what changed. */
interface Deed {
  readonly did: string;
  readonly changes?: readonly RecordedChange[];
}

/** An audit log entry as a sentence, with what changed. */
export function auditSentence(entry: AuditEntry, names: AuditNames): AuditSentence {
  const { act } = entry;
  const { did, changes = [] } = deedOf(entry, names);
  const how = act.by.kind === 'crier' ? ' automatically' : '';
  const sentence = `${subjectOf(act.by, names)} ${did}${how}`;
  return { text: ended(act.why && !UNASKED.has(act.act) ? `${sentence}: ${act.why}` : sentence), changes };
}

function subjectOf(by: Actor, { people }: AuditNames): string {
  if (by.kind === 'crier') return 'Crier';
  const label = auditActorLabel(by, people);
  return by.kind === 'outside' ? `${label.charAt(0).toUpperCase()}${label.slice(1)}` : label;
}

/** Commands whose reason no one is asked for: the code that records them gives it. */
const UNASKED: ReadonlySet<string> = new Set([
  'upload',
  'draft',
  'test',
  'phone-list',
  'call',
  'assign',
  'export',
]);

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function deedOf(entry: AuditEntry, names: AuditNames): Deed {
  const { act, before } = entry;
  const phase = (id: string) => names.phases?.get(id) ?? id;
  const person = (id: string) => names.people?.get(id) ?? id;
  const roster = (version: string) => `the roster of ${versionTime(version, names.zone)}`;
  switch (act.act) {
    case 'hold':
    case 'lift':
      return pauseDeed(act, { entry, what: act.scope === 'all' ? 'all sending' : phase(act.scope) });
    case 'cancel':
      return {
        did: `canceled ${phase(act.runId)}`,
        changes: [{ what: 'Status', before: 'sending', after: 'canceled' }],
      };
    case 'retry':
      return { did: retried(act, entry, phase(act.runId)) };
    case 'redrive':
      return {
        did: `retried ${act.queue === undefined ? 'all failed jobs' : `the failed jobs in ${act.queue}`}`,
      };
    case 'unsuppress':
      return {
        did: `lifted the suppression of filer ${act.filerId}`,
        changes: before.map(suppressedWords).map(({ address, status }) => ({
          what: address,
          before: status,
          after: 'can be emailed',
        })),
      };
    case 'expire-suppressions':
      return { did: `deleted ${counted(act.entries, 'suppressed address', 'suppressed addresses')}` };
    case 'export-person':
      return { did: `exported the data of filer ${act.filerId}` };
    case 'erase':
      return {
        did: `erased the data of filer ${act.filerId}${act.neverMail ? ' and blocked further emails to them' : ''}`,
        changes: heldIn(before),
      };
    case 'release':
      return released(entry, { name: phase(act.phaseId), zone: names.zone });
    case 'activate':
      return {
        did: `activated ${roster(act.version)}`,
        changes: [
          {
            what: 'Active roster',
            before: before[0] ? versionTime(before[0], names.zone) : 'none',
            after: versionTime(act.version, names.zone),
          },
        ],
      };
    case 'reject':
      return {
        did: `rejected ${roster(act.version)}`,
        changes: [{ what: 'Status', before: 'waiting for a decision', after: 'rejected' }],
      };
    case 'keep':
      return { did: `had ${roster(act.version)} read again, keeping known values where it is blank` };
    case 'upload':
      return { did: UPLOADED[act.kind] };
    case 'plan':
      return planDeed(act, { entry, phase, person });
    case 'draft':
      return {
        did: DRAFT_STEPS[act.step],
        changes: (act.members ?? []).map((path) => ({ what: memberWords(path) })),
      };
    case 'test':
      return {
        did: `sent themselves a test of ${phase(act.phaseId)}${act.filerId ? ` as filer ${act.filerId}` : ''}`,
      };
    case 'phone-list':
      return { did: `downloaded the phone list of ${roster(act.version)}` };
    case 'call':
      return {
        did: `recorded a call to filer ${act.filerId} (${CALL_RESULTS[act.result].label.toLowerCase()})`,
        changes: laterCall(act.result, before),
      };
    case 'assign':
      return { did: assigned(act, person) };
    case 'correct':
      return {
        did: `corrected filer ${act.filerId}`,
        changes: [
          ...act.columns.map((column) => ({ what: column.replaceAll('_', ' ') })),
          ...stateChange(entry, names),
        ],
      };
    case 'export':
      return { did: exported(act.filter, phase) };
    case 'account':
      return { did: accountChanged(act, { before, person }) };
  }
}

/** `changed the role of ada from clerk to approver`. */
function accountChanged(
  { change, account, role }: AccountCommand,
  { before, person }: { before: readonly string[]; person: Name },
): string {
  const [from] = before;
  switch (change) {
    case 'invite':
      return `invited ${account} as ${role ? A_ROLE[role] : 'a user'}`;
    case 'resend':
      return `resent the invitation of ${account}`;
    case 'role': {
      const roles = [from && ` from ${roleName(from)}`, role && ` to ${roleName(role)}`];
      return `changed the role of ${person(account)}${roles.filter(Boolean).join('')}`;
    }
    case 'disable':
      return `disabled the account of ${person(account)}`;
    case 'enable':
      return `enabled the account of ${person(account)}`;
    case 'reset':
      return `reset the two-factor sign-in of ${person(account)}`;
  }
}

function roleName(role: string): string {
  return ROLE_NAMES[role as Role]?.toLowerCase() ?? role;
}

/** Several holds can be active at once, so lifting one may leave others. */
function pauseDeed(
  { act, reason }: { readonly act: 'hold' | 'lift'; readonly reason?: string },
  { entry: { before, after }, what }: { entry: AuditEntry; what: string },
): Deed {
  if (act === 'hold') {
    return {
      did: before.length > 0 ? `paused ${what} (already paused: ${pauseWords(before)})` : `paused ${what}`,
    };
  }
  if (after.length > 0) {
    return {
      did: `lifted one of the pauses of ${what}`,
      changes: [{ what: 'Paused', before: pauseWords(before), after: pauseWords(after) }],
    };
  }
  const cause = reason === undefined || reason === 'person' ? '' : ` (paused: ${pauseWords([reason])})`;
  return { did: `resumed ${what}${cause}` };
}

function retried(act: RetryCommand, { before, after }: AuditEntry, phase: string): string {
  if (act.filerId !== undefined) return `retried the email of ${phase} to filer ${act.filerId}`;
  const found = Number.parseInt(before[0] ?? '', 10);
  const some = found > after.length ? `${after.length} of ` : '';
  const emails = counted(Math.max(found || 0, after.length), 'failed or unknown email');
  return `retried ${some}${emails} of ${phase}${act.reason === undefined ? '' : ` (${act.reason})`}`;
}

function assigned({ filerIds, assignee }: AssignCommand, person: Name): string {
  const [first = ''] = filerIds;
  const calls =
    filerIds.length === 1 ? `the call to filer ${first}` : `calls to ${counted(filerIds.length, 'filer')}`;
  return assignee === null ? `unassigned ${calls}` : `assigned ${calls} to ${person(assignee)}`;
}

/** The result of the call before, if there was one. */
function laterCall(result: CallResult, [earlier]: readonly string[]): RecordedChange[] {
  if (earlier === undefined || earlier === result) return [];
  const label = (code: string) => CALL_RESULTS[code as CallResult]?.label ?? code;
  return [{ what: 'Last call', before: label(earlier), after: label(result) }];
}

function stateChange({ before: [from], after: [to] }: AuditEntry, { states }: AuditNames): RecordedChange[] {
  if (from === undefined || to === undefined || from === to) return [];
  return [{ what: 'State', before: states?.[from] ?? from, after: states?.[to] ?? to }];
}

/** Of `versions 2` and `runs 1`. */
function heldIn(before: readonly string[]): RecordedChange[] {
  const numberOf = (name: string) =>
    Number(before.find((code) => code.startsWith(`${name} `))?.slice(name.length + 1) ?? 0);
  const places = `${counted(numberOf('versions'), 'roster version')} and ${counted(numberOf('runs'), 'run')}`;
  return before.length > 0 ? [{ what: 'Data', before: `in ${places}`, after: 'erased' }] : [];
}

function released({ before, after }: AuditEntry, { name, zone }: { name: string; zone: string }): Deed {
  const [code, plan, roster] = after;
  const isApproval = code === 'approved' && plan !== undefined && roster !== undefined;
  const statuses = [...new Set(before.map(statusWords))];
  const next = code === undefined || isApproval ? 'approved' : statusWords(code);
  const approved = isApproval && {
    what: 'Approved',
    after: `the plan of ${versionTime(plan, zone)}, with the roster of ${versionTime(roster, zone)}`,
  };
  return {
    did: `${isApproval ? 'approved' : 'released'} ${name}`,
    changes: [
      ...(statuses.length > 0 ? [{ what: 'Status', before: statuses.join(', '), after: next }] : []),
      ...(approved ? [approved] : []),
    ],
  };
}

const DRAFT_STEPS = {
  start: 'started a draft of the plan',
  save: 'changed the draft of the plan',
  discard: 'discarded the draft of the plan',
} as const;

const UPLOADED = {
  plan: 'uploaded a launch plan',
  roster: 'uploaded a roster',
  update: 'uploaded a roster update',
} as const;

/** A move of the launch is the sentence itself; other changes are listed. Older entries have none. */
function planDeed(
  { moved, changes, postpones, editors }: PlanCommand,
  { entry: { before, after }, phase, person }: { entry: AuditEntry; phase: Name; person: Name },
): Deed {
  const others: RecordedChange[] = [
    ...(changes ?? []).map((change) => ({ ...change, what: phase(change.what) })),
    ...(editors ? [{ what: 'Draft by', after: editors.map(person).join(', ') }] : []),
  ];
  const all = moved ? [moved, ...others] : others;
  if (postpones) return { did: 'postponed the launch', changes: all };
  if (after[0] === 'approved') return { did: 'approved the launch plan', changes: all };
  if (before.length === 0) return { did: 'uploaded the first launch plan', changes: others };
  if (!changes) return { did: 'uploaded a launch plan', changes: others };
  if (!moved) return { did: 'changed the launch plan', changes: all };
  const more = changes.length > 0 ? ' and changed the launch plan' : '';
  return { did: `moved ${moved.what} from ${moved.before} to ${moved.after}${more}`, changes: others };
}

function exported(
  { runId, status, isSearch }: ExportCommand['filter'],
  phase: (id: string) => string,
): string {
  const limits = [status && `status ${status}`, isSearch && 'found by a search'].filter(Boolean).join(', ');
  return `exported the send log${runId === undefined ? '' : ` of ${phase(runId)}`}${limits && ` (${limits})`}`;
}
