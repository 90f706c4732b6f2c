import { describe, expect, it } from 'vitest';
import { personActor } from '../../../../functions/domain/actor.ts';
import type { AuditEntry } from '../../../../functions/domain/audit-entry.ts';
import type { RecordedCommand } from '../../../../functions/domain/recorded-command.ts';
import { pausesIn } from '../../../../functions/domain/run/pauses.ts';

const RUN = 'notice-1_20180724T130000Z';
const by = (id: string) => personActor({ id });

function entry(at: string, act: RecordedCommand): AuditEntry {
  return { at, requestId: at, act, before: [], after: [] };
}

function hold(at: string, scope: string): AuditEntry {
  return entry(at, { act: 'hold', scope, by: by('otto'), why: `held ${at}` });
}

function lift(at: string, scope: string, reason = 'person'): AuditEntry {
  return entry(at, { act: 'lift', scope, reason, by: by('clara'), why: `lifted ${at}` });
}

/** Scope, reason, beginning and end. */
const told = (entries: readonly AuditEntry[]) =>
  pausesIn(entries).map(({ scope, reason, began, ended }) => [
    scope,
    reason,
    began?.at ?? null,
    ended?.at ?? null,
  ]);

describe('pausesIn', () => {
  it('pairs each pause with what ended it, by what was paused', () => {
    expect(
      told([hold('1', 'all'), hold('2', RUN), lift('3', 'all'), lift('4', RUN), hold('5', 'all')]),
    ).toEqual([
      ['all', 'person', '1', '3'],
      [RUN, 'person', '2', '4'],
      ['all', 'person', '5', null],
    ]);
  });

  it('counts a second command during a pause as the same pause', () => {
    expect(told([hold('1', 'all'), hold('2', 'all'), lift('3', 'all')])).toEqual([
      ['all', 'person', '1', '3'],
    ]);
  });

  it('has a pause that Crier began and a person ended', () => {
    expect(told([hold('1', RUN), lift('2', RUN, 'breaker-bounces')])).toEqual([
      [RUN, 'person', '1', null],
      [RUN, 'breaker-bounces', null, '2'],
    ]);
  });

  it('says who did it and why', () => {
    const [pause] = pausesIn([hold('1', 'all'), lift('2', 'all')]);
    expect(pause).toMatchObject({
      began: { at: '1', by: by('otto'), why: 'held 1' },
      ended: { at: '2', by: by('clara'), why: 'lifted 2' },
    });
  });
});
