import { describe, expect, it } from 'vitest';
import { preflightFindings } from '../../../local/preflight/checks.ts';
import { tableShapes } from '../../../local/preflight/table-checks.ts';
import { findings, known, LAUNCH, READY } from '../../support/builders/preflight.ts';
import { synthesize } from '../../support/synthesize.ts';

const FOUND = {
  isActive: true,
  indexes: ['attention', 'rare'],
  isProtected: true,
  isRecoverable: true,
  timeToLive: null as string | null,
};
const restored = (id: string, found: Partial<typeof FOUND> | null) => ({
  id,
  name: `${id}-1`,
  found: found && { ...FOUND, ...found },
});

describe('restored tables', () => {
  it('are not spoken of where there are none, and are well where nothing is lacking', () => {
    const verdicts = (tables: ReturnType<typeof restored>[]) =>
      preflightFindings({ ...READY, restored: known(tables) }, LAUNCH)
        .filter(({ about }) => about === 'Restored tables')
        .map(({ verdict }) => verdict);
    expect(verdicts([])).toEqual([]);
    expect(verdicts([restored('SendLogTable', {})])).toEqual(['ok']);
  });

  it('are named with each thing that a restore does not bring back', () => {
    const tables = [
      restored('SendLogTable', { indexes: ['rare'], isActive: false }),
      restored('LaunchTable', { isProtected: false, isRecoverable: false }),
      restored('RosterTable', null),
    ];
    expect(findings({ restored: known(tables) })).toMatchObject([
      {
        about: 'Restored tables',
        verdict: 'missing',
        steps: [
          'SendLogTable-1: it is still being restored: wait',
          'SendLogTable-1: restore it again with its indexes: it lacks attention',
          'LaunchTable-1: turn on deletion protection',
          'LaunchTable-1: turn on point-in-time recovery',
          'LaunchTable-1: turn on time to live, with the attribute deleteAfter',
          'RosterTable-1: no such table',
        ],
      },
    ]);
  });
});

it('tableShapes reads what tables have from the template', () => {
  const shapes = tableShapes(synthesize().data as never);
  expect(shapes).toMatchObject({
    SendLogTable: { indexes: ['attention', 'rare'], timeToLive: null },
    LaunchTable: { indexes: [], timeToLive: 'deleteAfter' },
  });
});
