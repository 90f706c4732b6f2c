import { expect, it } from 'vitest';
import { isRuledOut } from '../../../../functions/domain/filer/rules.ts';
import { stateFor } from '../../../support/email/samples.ts';

it.each([
  ['needs-individual-account', stateFor('ready-to-link'), true],
  ['ready-to-link', stateFor('needs-individual-account'), false],
  ['needs-upgrade', stateFor('link-failed', { account: 'needs-upgrade' }), false],
  ['needs-individual-account', stateFor('link-failed'), true],
  ['link-failed', stateFor('ready-to-link'), true],
  ['needs-upgrade', stateFor('linked'), false],
] as const)('%s is ruled out where its rules come before those that hold: case %#', (was, now, expected) => {
  expect(isRuledOut(was, now)).toBe(expected);
});
