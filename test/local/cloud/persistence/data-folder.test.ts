import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteData, openDataFolder } from '../../../../local/cloud/persistence/data-folder.ts';
import { synthesize } from '../../../../local/cloud/template/synthesize.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';

const template = readTemplate(synthesize());
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Makes a folder as a whole start makes it, and lets go of it. */
function made(launch = 'nysb-2018'): void {
  const folder = openDataFolder(dir, { launch, template });
  writeFileSync(folder.outbox, 'emails');
  folder.finish();
  folder.close();
}

const open = () => openDataFolder(dir, { launch: 'nysb-2018', template });

/** Of a process that is gone: no system gives such a number. */
const NO_PROCESS = '2147483646';

describe('a data folder', () => {
  it('keeps what is in it', () => {
    made();
    open().close();
    expect(readFileSync(join(dir, 'outbox'), 'utf8')).toBe('emails');
  });

  it.each([
    [
      'another launch',
      () => made('cacb-2019'),
      'must be those of the launch nysb-2018: they are those of cacb-2019',
    ],
    ['another format', () => stamped({ format: 0 }), 'must have the format 2: it is 0'],
    [
      'other tables',
      () => stamped({ shape: 'other' }),
      'must have the tables and buckets of this version of Crier',
    ],
    [
      'other files',
      () => writeFileSync(join(dir, 'letter'), ''),
      'must be empty or hold data of Crier: it holds letter',
    ],
  ])('is refused with %s, and nothing is changed', (_, make, words) => {
    make();
    const before = readdirSync(dir);
    expect(open).toThrow(words);
    expect(readdirSync(dir)).toEqual(before);
  });

  it.each(['.DS_Store', '._.DS_Store', 'Thumbs.db', 'thumbs.db', 'desktop.ini'])(
    'is used although a file manager left %s in it',
    (name) => {
      writeFileSync(join(dir, name), '');
      made();
      open().close();
      deleteData(dir, () => {});
      expect(readdirSync(dir)).toEqual([name]);
      deleteData(dir, () => {
        throw new Error('nothing is left to delete');
      });
    },
  );

  it('begins again when the start that made it was killed', () => {
    const folder = open();
    writeFileSync(folder.outbox, 'half of it');
    folder.close();
    open().close();
    expect(readdirSync(dir)).toEqual(['being-made']);
  });

  it('lets in one process, and the next one when that is gone', () => {
    const folder = open();
    expect(open).toThrow(`only one process at a time can: process ${process.pid} is using it`);
    expect(() => deleteData(dir, () => {})).toThrow('only one process at a time can');
    folder.close();
    writeFileSync(join(dir, 'lock'), NO_PROCESS);
    open().close();
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('is deleted after a line that says so, and only when it is ours', () => {
    const lines: string[] = [];
    deleteData(join(dir, 'none'), (line) => lines.push(line));
    deleteData(dir, (line) => lines.push(line));
    expect(lines).toEqual([]);
    made();
    deleteData(dir, (line) => lines.push(line));
    expect([lines, readdirSync(dir)]).toEqual([[expect.stringContaining(dir)], []]);
    writeFileSync(join(dir, 'letter'), '');
    expect(() => deleteData(dir, () => {})).toThrow('it holds letter');
    expect(readdirSync(dir)).toEqual(['letter']);
  });
});

function stamped(other: object): void {
  made();
  const path = join(dir, 'crier-data.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...other }));
}
