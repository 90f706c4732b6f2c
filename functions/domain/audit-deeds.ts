import { counted } from '../lib/count.ts';
import { memberWords, suppressedWords, versionTime } from './audit-codes.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { AuditNames, Deed, Facts } from './audit-facts.ts';
import { failedJobs, paused, released, resumed, retried } from './audit-sending.ts';
import { CALL_RESULTS, type CallResult, NO_ASSIGNEE } from './call.ts';
import { A_ROLE, ROLE_NAMES, type Role } from './person.ts';
import type {
  AccountCommand,
  AssignCommand,
  ExportCommand,
  MessageCommand,
  PlanCommand,
  RecordedChange,
  RecordedCommand,
} from './recorded-command.ts';

/** What the actor of an entry did, and what changed. */
export function deedOf({ act, before, after }: AuditEntry, names: AuditNames): Deed {
  const facts: Facts = {
    before,
    after,
    phase: (id) => names.phases?.get(id) ?? id,
    person: (id) => names.people?.get(id) ?? id,
    member: names.members ?? memberWords,
    state: (code) => names.states?.[code] ?? code,
    time: (version) => versionTime(version, names.zone),
  };
  const tell = DEEDS[act.act] as (command: RecordedCommand, facts: Facts) => Deed | string;
  const deed = tell(act, facts);
  return typeof deed === 'string' ? { did: deed } : deed;
}

const DRAFT_STEPS = {
  start: 'started a draft of the plan',
  save: 'changed the draft of the plan',
  discard: 'discarded the draft of the plan',
} as const;

const MESSAGE_STEPS: Readonly<Record<MessageCommand['step'], string>> = {
  start: 'started the draft of',
  save: 'changed the draft of',
  submit: 'asked for approval of',
  discard: 'discarded the draft of',
};

const UPLOADED = {
  plan: 'uploaded a launch plan',
  roster: 'uploaded a roster',
  update: 'uploaded a roster update',
} as const;

type CommandOf<Act, Command = RecordedCommand> = Command extends { readonly act: infer Codes }
  ? Act extends Codes
    ? Command
    : never
  : never;

/** Each command as a deed; a text has no changes. */
const DEEDS: {
  readonly [Act in RecordedCommand['act']]: (command: CommandOf<Act>, facts: Facts) => Deed | string;
} = {
  hold: paused,
  lift: resumed,
  cancel: ({ runId }, { phase }) => ({
    did: `canceled ${phase(runId)}`,
    changes: [{ what: 'Status', before: 'sending', after: 'canceled' }],
  }),
  retry: retried,
  redrive: ({ queue }, { before }) => ({
    did: `retried ${queue === undefined ? 'all failed jobs' : `the failed jobs in ${queue}`}`,
    changes: failedJobs(before),
  }),
  unsuppress: ({ filerId }, { before }) => ({
    did: `lifted the suppression of filer ${filerId}`,
    changes: before.map(suppressedWords).map(({ address, status }) => ({
      what: address,
      before: status,
      after: 'can be emailed',
    })),
  }),
  'expire-suppressions': ({ entries }) =>
    `deleted ${counted(entries, 'suppressed address', 'suppressed addresses')}`,
  'export-person': ({ filerId }) => `exported the data of filer ${filerId}`,
  erase: ({ filerId, neverMail }, { before }) => ({
    did: `erased the data of filer ${filerId}${neverMail ? ' and blocked further emails to them' : ''}`,
    changes: heldIn(before),
  }),
  release: released,
  activate: ({ version }, { before: [earlier], time }) => ({
    did: `activated the roster of ${time(version)}`,
    changes: [{ what: 'Active roster', before: earlier ? time(earlier) : 'none', after: time(version) }],
  }),
  reject: ({ version }, { time }) => ({
    did: `rejected the roster of ${time(version)}`,
    changes: [{ what: 'Status', before: 'waiting for a decision', after: 'rejected' }],
  }),
  keep: ({ version }, { time }) =>
    `had the roster of ${time(version)} read again, keeping known values where it is blank`,
  upload: ({ kind }) => UPLOADED[kind],
  plan: planDeed,
  draft: ({ step, members = [] }, { member }) => ({
    did: DRAFT_STEPS[step],
    changes: [...new Set(members.map(member))].map((what) => ({ what })),
  }),
  message: ({ step, phaseId }, { phase }) => `${MESSAGE_STEPS[step]} ${phase(phaseId)}`,
  dismiss: () => 'decided not to tell filers the corrected facts',
  test: ({ phaseId, filerId, addresses }, { phase }) =>
    addresses === undefined
      ? `sent themselves a test of ${phase(phaseId)}${filerId ? ` as filer ${filerId}` : ''}`
      : `sent a test of ${phase(phaseId)} to ${counted(addresses, 'address', 'addresses')}`,
  'phone-list': ({ version }, { time }) => `downloaded the phone list of the roster of ${time(version)}`,
  call: ({ filerId, result }, { before }) => ({
    did: `recorded a call to filer ${filerId} (${CALL_RESULTS[result].label.toLowerCase()})`,
    changes: laterCall(result, before),
  }),
  assign: (act, facts) => ({ did: assigned(act, facts), changes: otherAssignee(facts) }),
  correct: ({ filerId, columns }, facts) => ({
    did: `corrected filer ${filerId}`,
    changes: [...columns.map((column) => ({ what: column.replaceAll('_', ' ') })), ...stateChange(facts)],
  }),
  export: exported,
  account: accountChanged,
};

/** `changed the role of ada from clerk to approver`. */
function accountChanged({ change, account, role }: AccountCommand, { before, person }: Facts): string {
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

function assigned({ filerIds, assignee }: AssignCommand, { person }: Facts): string {
  const [first = ''] = filerIds;
  const calls =
    filerIds.length === 1 ? `the call to filer ${first}` : `calls to ${counted(filerIds.length, 'filer')}`;
  return assignee === null ? `unassigned ${calls}` : `assigned ${calls} to ${person(assignee)}`;
}

/** Who was to call before. Older entries don't say it. */
function otherAssignee({ before, after, person }: Facts): RecordedChange[] {
  if (before.length === 0 || before.join() === after.join()) return [];
  const words = (ids: readonly string[]) =>
    ids.map((id) => (id === NO_ASSIGNEE ? 'no one' : person(id))).join(', ');
  return [{ what: 'Assigned to', before: words(before), after: words(after) }];
}

/** The result of the call before, if there was one. */
function laterCall(result: CallResult, [earlier]: readonly string[]): RecordedChange[] {
  if (earlier === undefined || earlier === result) return [];
  const label = (code: string) => CALL_RESULTS[code as CallResult]?.label ?? code;
  return [{ what: 'Last call', before: label(earlier), after: label(result) }];
}

function stateChange({ before: [from], after: [to], state }: Facts): RecordedChange[] {
  if (from === undefined || to === undefined || from === to) return [];
  return [{ what: 'State', before: state(from), after: state(to) }];
}

/** Of `versions 2` and `runs 1`. */
function heldIn(before: readonly string[]): RecordedChange[] {
  const numberOf = (name: string) =>
    Number(before.find((code) => code.startsWith(`${name} `))?.slice(name.length + 1) ?? 0);
  const places = `${counted(numberOf('versions'), 'roster version')} and ${counted(numberOf('runs'), 'run')}`;
  return before.length > 0 ? [{ what: 'Data', before: `in ${places}`, after: 'erased' }] : [];
}

/** A move of the launch is the sentence itself; other changes are listed. Older entries have none. */
function planDeed(
  { moved, changes, postpones, editors }: PlanCommand,
  { before, after, phase, person }: Facts,
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

function exported({ filter: { runId, status, isSearch } }: ExportCommand, { phase }: Facts): string {
  const limits = [status && `status ${status}`, isSearch && 'found by a search'].filter(Boolean).join(', ');
  return `exported the send log${runId === undefined ? '' : ` of ${phase(runId)}`}${limits && ` (${limits})`}`;
}
