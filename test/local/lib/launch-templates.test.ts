import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildLaunchTemplates } from '../../../local/lib/launch-templates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-launch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("refuses a launch's own templates that are wrong, by file and line", async () => {
  mkdirSync(join(folder, 'templates'));
  writeFileSync(join(folder, 'templates/help.md'), 'Call {{helpDesk.fone}}.\n');
  const building = buildLaunchTemplates(join(folder, 'launch.json'), { verb: 'start' });
  await expect(building).rejects.toMatchObject({
    name: 'UserError',
    message: 'Cannot start because the templates must be right',
    details: [expect.stringContaining('templates/help.md:1: unknown name "helpDesk.fone"')],
  });
});
