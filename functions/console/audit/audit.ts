import * as z from 'zod';
import { personIds } from '../../domain/actor.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { kindOf, PHASE_KINDS } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { phasesOf } from '../../domain/plan/phases.ts';
import { readCursor } from '../../lib/cursor.ts';
import type { ConsoleApp } from '../http/context.ts';
import { badCursor } from '../http/refusal.ts';
import { renderPage } from '../http/show.ts';
import { zoneOf } from '../http/zone.ts';
import { memberLabel } from '../plan/editor/member-label.ts';
import type { ConsoleServices } from '../services.ts';
import { auditPage } from './audit-page.tsx';

const PAGE = 50;
const placeSchema = z.strictObject({ before: z.string().regex(/^\d{4}-[\w:.+-]+#[\w=+/-]{1,100}$/) });

/** The audit log: every command that a person gave. */
export function registerAudit(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/audit', async (c) => {
    const cursor = c.req.query('cursor');
    const read = readCursor(cursor, { list: 'audit', position: placeSchema });
    if (!read.ok) throw badCursor();
    const found = await services.auditReader.entries(PAGE + 1, read.at?.before);
    const records = found.slice(0, PAGE);
    const [people, runs, messages] = await Promise.all([
      services.sessions.names(idsIn(records)),
      services.runs.runs(),
      services.oneOffs.everyOne(),
    ]);
    const planned = c.var.plan ? phasesOf(c.var.plan.plan) : [];
    const last = found.length > PAGE ? records.at(-1) : undefined;
    const phases = new Map([
      ...removedPhases(records),
      ...runs.flatMap((run) => [run.phaseId, run.runId].map((id) => [id, phaseName(run)] as const)),
      ...planned.map((phase) => [phase.id, phaseName(phase)] as const),
      ...messages.map(({ id, subject }) => [id, `the message “${subject}”`] as const),
      ...runs.map((run) => [run.runId, phaseName(run)] as const),
    ]);
    const view = {
      zone: zoneOf(c),
      records,
      people,
      states: STATE_WORDS,
      phases,
      discarded: new Set(messages.flatMap(({ id, discardedAt }) => (discardedAt === undefined ? [] : [id]))),
      members: (path: string) => memberLabel(path.split('.'), phases),
      previous: read.previous,
      next: last ? read.next({ before: `${last.at}#${last.requestId}` }) : null,
    };
    return renderPage(c, auditPage(view), services);
  });
}

/** Phases that entries name, by their kinds: the plan editor makes their ids by it. Those in the plan have names. */
function removedPhases(entries: readonly AuditEntry[]): [id: string, name: string][] {
  const ids = entries.flatMap(({ act }) => {
    if (act.act === 'plan') return (act.changes ?? []).map(({ what }) => what);
    return act.act === 'draft' ? (act.members ?? []).map((path) => path.split('.')[1] ?? '') : [];
  });
  return ids.flatMap((id): [string, string][] => {
    const kind = PHASE_KINDS.find((one) => one === id.replace(/-\d+$/, ''));
    return kind ? [[id, kindOf(kind).label]] : [];
  });
}

/** Sign-in ids of everyone whom entries name. */
function idsIn(entries: readonly AuditEntry[]): string[] {
  const named = entries.flatMap(({ act, before }) => {
    if (act.act === 'plan') return act.editors ?? [];
    if (act.act === 'account') return [act.account];
    return act.act === 'assign' ? [...before, ...(act.assignee === null ? [] : [act.assignee])] : [];
  });
  return [...personIds(entries.map(({ act }) => act)), ...named];
}
