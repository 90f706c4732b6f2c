import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';
import { PAGE, SCHEMA_FILE, settingsJsonSchema, withTable } from '../../infra/settings-docs.ts';
import { settingsFile } from '../../infra/settings-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'crier-settings-'));
const path = join(folder, 'launch.settings.json');
afterAll(() => rmSync(folder, { recursive: true }));

const lookUp = (context: Record<string, unknown>) => (key: string) => context[key];
const nothing = lookUp({});

function fileOf(text: string) {
  writeFileSync(path, text);
  return settingsFile(path);
}

/** The settings of a file, written a line for each. */
function settingsOf(...lines: string[]) {
  return settingsFrom(nothing, fileOf(`{\n${lines.join(',\n')}\n}`));
}

describe('settingsFrom', () => {
  it('takes the example launch when nothing is named', () => {
    expect(settingsFrom(nothing)).toMatchObject({
      name: 'nysb-2018',
      sender: 'nysb.uscourts.gov',
      linkDomains: ['uscourts.gov'],
      alarmEmails: [],
      auditLock: 'governance',
      suppressionDays: null,
    });
  });

  it('reads the file, and what is given beside it wins', () => {
    const file = fileOf(
      '{ "name": "azb-2020", "sender": "azb.uscourts.gov", "senders": 20, "keepDays": 30 }',
    );
    const beside = { keepDays: '14', linkDomains: 'uscourts.gov, pacer.gov', alarmEmails: 'ops@example.com' };
    expect(settingsFrom(lookUp(beside), file)).toMatchObject({
      name: 'azb-2020',
      sender: 'azb.uscourts.gov',
      senders: 20,
      keepDays: 14,
      linkDomains: ['uscourts.gov', 'pacer.gov'],
      alarmEmails: ['ops@example.com'],
    });
  });

  it("refuses a file with each problem's line, what is expected and what is there", () => {
    const refusal = () =>
      settingsOf(
        '"name": "azb-2020"',
        '"sender": "clerk@azb.uscourts.gov"',
        '"senders": "many"',
        '"keepDay": 30',
      );
    expect(refusal).toThrow(
      new Error(
        `Cannot build the launch because ${path}:3 sender must be a domain in lower case, such as nysb.uscourts.gov: found "clerk@azb.uscourts.gov"; and ` +
          `${path}:4 senders must be a number: found "many"; and ` +
          `${path}:5 keepDay must be a known name: did you mean "keepDays"?: found "keepDay"`,
      ),
    );
  });

  it('does not build the example by a file without a name', () => {
    expect(() => settingsOf('"keepDays": 30')).toThrow(`${path}:1 name must be given`);
  });

  it.each([
    ['a setting twice', '{ "senders": 5, "senders": 50 }', ':1 senders must appear only once'],
    ['no JSON', '{ "name": "azb-2020", }', 'must be JSON: the comma before it is one too many'],
    ['a list', '[]', 'must be an object in { }: it is []'],
  ])('refuses a file that is or holds %s', (_what, text, message) => {
    expect(() => settingsFrom(nothing, fileOf(text))).toThrow(message);
  });

  it.each([
    [
      'a launch without a sender',
      { name: 'azb-2020' },
      "sender must be given: The domain of the plan's sender",
    ],
    ['too few senders', { senders: '1' }, 'senders must be at least 2: found 1'],
    [
      'a provider without encryption',
      { oidcIssuer: 'http://127.0.0.1:4727', oidcClient: 'crier' },
      'oidcIssuer must be an address that starts with https://: found "http://127.0.0.1:4727"',
    ],
    [
      'a provider without a client',
      { oidcIssuer: 'https://login.example.com' },
      'oidcClient must be given together with oidcIssuer: found nothing',
    ],
    [
      'a test stage without receivers',
      { stage: 'test' },
      'testRecipients must name someone, since stage is "test": found nothing',
    ],
    [
      'receivers of no test stage',
      { testRecipients: 'example.gov' },
      'testRecipients must be left out unless stage is "test": found ["example.gov"]',
    ],
    [
      'a receiver that is neither',
      { stage: 'test', testRecipients: 'Jane' },
      'testRecipients must be a list',
    ],
    [
      'a MAIL FROM domain elsewhere',
      { senderIdentity: 'own', mailFromDomain: 'bounce.example.gov' },
      'mailFromDomain must be a subdomain of sender: found "bounce.example.gov"',
    ],
    ['days that CloudWatch lacks', { logDays: '100' }, 'logDays must be one of the numbers of days'],
    [
      'a host name without a certificate',
      { consoleDomain: 'crier.nysb.uscourts.gov' },
      'consoleCertificate must be given together with consoleDomain: found nothing',
    ],
  ])('refuses %s', (_what, context, message) => {
    expect(() => settingsFrom(lookUp(context))).toThrow(message);
  });
});

describe('settingsFile', () => {
  it('is none when none is named and none is there, and must be there when it is named', () => {
    expect(settingsFile()).toBeNull();
    expect(() => settingsFile(join(folder, 'missing.json'))).toThrow('must be a settings file');
  });
});

describe('npm run settings', () => {
  it('has written the JSON Schema', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(settingsJsonSchema());
  });

  it('has written the table of all settings', () => {
    const page = readFileSync(PAGE, 'utf8');
    expect(page).toBe(withTable(page));
    expect(page).toContain('| `keepDays` | How many days');
  });
});
