import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../../functions/ingest-roster/row/placeholder.ts';
import { readSecondaryEmails } from '../../../../functions/ingest-roster/row/read-email.ts';
import { check, told } from '../../../support/roster/table.ts';

const PLACEHOLDERS = [
  'none@none.com',
  'NoEmail@gmail.com',
  'no-email@lawfirm.com',
  'no.reply@lawfirm.com',
  'null@example.com',
  'test@test.com',
  'test1@lawfirm.com',
  'jane@noemail.com',
  'jane@unknown.org',
  'xxx@xxx.com',
  'aaa@aaa.net',
  'abc@abc.com',
  'Email@email.com',
  'a@a.com',
  '123@123.com',
  'changeme@lawfirm.com',
  'refused@court.example',
  'fake@fake.org',
];
const READ = [
  'jane@example.com',
  'jane@firm.example.org',
  'jane@other.example',
  'nonet@lawfirm.com',
  'tester@lawfirm.com',
  'smith@smith.com',
  'jane.roe@email.com',
  'news@abc.com',
  'email@lawfirm.com',
  'jones123@123.com',
  'na@lawfirm.com',
  'office@test.uscourts.gov',
  'docketing@domainlaw.com',
];

describe('isPlaceholder', () => {
  it.each(PLACEHOLDERS)('is what %s is', (address) => expect(isPlaceholder(address)).toBe(true));
  it.each(READ)('is not what %s is', (address) => expect(isPlaceholder(address)).toBe(false));

  it('is every address at a domain without mail', () => {
    const ending = fc.constantFrom('invalid', 'test', 'local', 'localhost', 'INVALID', 'lan');
    fc.assert(
      fc.property(fc.emailAddress(), ending, (address, end) => {
        expect(isPlaceholder(`${address}.${end}`)).toBe(true);
      }),
    );
  });
});

describe('a filer whose address looks like a placeholder', () => {
  const rowOf = async (text: string) => {
    const { rows } = await check(text);
    return { filer: rows[0]?.filer, told: told(rows) };
  };

  it.each(['', ',no', ',n/a'])('is not emailed, and the clerk is told how to (%j)', async (confirmed) => {
    const header = `uid,last_name,email${confirmed && ',email_confirmed'}`;
    const { filer, told } = await rowOf(`${header}\na,Roe,none@none.com${confirmed}\n`);
    expect(filer?.email).toBeNull();
    expect(told).toEqual(['2 email email-placeholder address']);
  });

  it.each(['email,email_confirmed\na,Roe,none@none.com,yes', 'email_confirmed,email\na,Roe,Y,none@none.com'])(
    'is emailed once a person says that the address is read: %j',
    async (rest) => {
      const { filer, told } = await rowOf(`uid,last_name,${rest}\n`);
      expect(filer?.email).toBe('none@none.com');
      expect(told).toEqual(['2 email email-placeholder warning']);
    },
  );

  it('is not emailed at the next address of the cell either', async () => {
    const { filer } = await rowOf('uid,last_name,email\na,Roe,none@none.com; jane@example.com\n');
    expect(filer).toMatchObject({ email: null, secondaryEmails: ['jane@example.com'] });
  });

  it('keeps no such secondary address', () => {
    const { facts, notes } = readSecondaryEmails('none@none.com; jane@example.com');
    expect(facts).toEqual({ secondaryEmails: ['jane@example.com'] });
    expect(notes).toMatchObject([{ code: 'email-placeholder', severity: 'warning' }]);
  });
});
