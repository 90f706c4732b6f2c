import { describe, expect, it } from 'vitest';
import { phoneTable } from '../../../../functions/console/filers/phone-list-table.ts';
import type { PhoneEntry } from '../../../../functions/queries/phone-entries.ts';
import { LIMITS } from '../../../../local/cloud/limits.ts';

const ROW = {
  filerId: '0123456789abcdef',
  userId: 'ada',
  lastName: 'Adams',
  firstName: 'Ada',
  firm: '',
  phone: '212-555-0101',
  email: 'ada@example.com',
  secondary: '',
  state: 'needs-upgrade',
  reason: 'no-address',
  why: 'No usable email address',
};
const MORE = 'More filers follow. The whole list: npm run ops -- phone-list\r\n';

function entries(count: number, firm: string): PhoneEntry[] {
  return Array.from(
    { length: count },
    () => ({ row: { ...ROW, firm }, last: null }) as unknown as PhoneEntry,
  );
}

const NOTED = { zone: 'America/New_York', callStatuses: new Map(), names: new Map() };
const table = (all: PhoneEntry[]) => phoneTable(all, { ...NOTED, isCut: false });

describe('phoneTable', () => {
  it.each([
    ['letters', 'x'.repeat(2000)],
    ['quotes', '"'.repeat(1000)],
    ['letters of several bytes', 'é'.repeat(1000)],
    ['backslashes', '\\'.repeat(1000)],
  ])('fits into an answer of Lambda, and says that it is cut: cells of %s', (_what, firm) => {
    const text = table(entries(3500, firm));
    expect(Buffer.byteLength(JSON.stringify({ body: text }))).toBeLessThan(
      LIMITS.lambdaAnswer.most - 100_000,
    );
    expect(text.endsWith(MORE)).toBe(true);
  });

  it('holds all ten thousand rows of usual size', () => {
    const text = table(entries(10_000, 'Smith, Jones & Partners LLP'));
    expect(text.split('\r\n')).toHaveLength(10_002);
    expect(text).not.toContain(MORE);
  });
});
