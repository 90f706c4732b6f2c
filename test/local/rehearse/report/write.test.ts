import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOut, MADE_BY, type OutFiles, writeOut } from '../../../../local/rehearse/report/write.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-out-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function files(mail: string): OutFiles {
  return {
    'summary.json': JSON.stringify({ madeBy: MADE_BY }),
    'send-log.csv': 'phase\r\n',
    'report.html': '<!doctype html>',
    'public-notice.html': '<!doctype html>',
    outbox: new Map([[`${mail}.eml`, Buffer.from(mail)]]),
  };
}

describe('writeOut', () => {
  it('writes into a folder that is new', () => {
    const out = join(folder, 'deep', 'out');
    writeOut(out, files('one'));
    expect(readdirSync(out).sort()).toEqual([
      'outbox',
      'public-notice.html',
      'report.html',
      'send-log.csv',
      'summary.json',
    ]);
    expect(readFileSync(join(out, 'outbox', 'one.eml'), 'utf8')).toBe('one');
  });

  it('takes the place of an earlier rehearsal', () => {
    writeOut(folder, files('one'));
    writeOut(folder, files('two'));
    expect(readdirSync(join(folder, 'outbox'))).toEqual(['two.eml']);
  });

  it.each([
    ['summary.json', 'a summary that no rehearsal wrote'],
    ['outbox', 'an outbox alone'],
    ['thesis.doc', 'something that has none of our names'],
  ])('leaves a folder alone that holds %s, %s', (name) => {
    writeFileSync(join(folder, name), '{}');
    expect(() => writeOut(folder, files('one'))).toThrow(
      `Cannot write to ${folder} because it has files that aren’t from a rehearsal: ${name}`,
    );
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('names some of what is in a folder that is full', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) writeFileSync(join(folder, name), '');
    expect(() => checkOut(folder)).toThrow(/from a rehearsal: a, b, c, d, e and 2 more$/);
    expect(() => checkOut('docs')).toThrow('Cannot write to docs because');
  });

  it('goes beside what other commands have left there', () => {
    mkdirSync(join(folder, 'check'));
    writeFileSync(join(folder, 'phone-list.csv'), '');
    writeOut(folder, files('one'));
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['check', 'phone-list.csv', 'report.html']));
  });

  it('touches nothing else in the folder of an earlier rehearsal', () => {
    writeOut(folder, files('one'));
    writeFileSync(join(folder, 'thesis.doc'), 'mine');
    writeOut(folder, files('two'));
    expect(readFileSync(join(folder, 'thesis.doc'), 'utf8')).toBe('mine');
    expect(readdirSync(join(folder, 'outbox'))).toEqual(['two.eml']);
  });

  it('says when the folder is a file', () => {
    const path = join(folder, 'out');
    writeFileSync(path, '');
    expect(() => checkOut(path)).toThrow(`Cannot write to ${path} because it must be a folder: it is a file`);
  });

  it('takes an empty folder', () => {
    const path = join(folder, 'empty');
    mkdirSync(path);
    expect(() => checkOut(path)).not.toThrow();
  });
});
