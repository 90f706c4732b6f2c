import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundles, packageName } from '../../infra/bundled-packages.ts';

const { folders, imported } = await bundles();
const { dependencies, devDependencies } = jsonIn('.');
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { license?: string; dev?: boolean }>;
};

/** Licenses that only ask for a notice: what is deployed may have no other. */
const DEPLOYED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0'];
/** Of tools that stay here, also those whose terms are about copies of the tool itself. */
const TOOLS = [
  ...DEPLOYED,
  'Apache-2.0 AND MIT',
  'BlueOak-1.0.0',
  'MIT OR Apache-2.0',
  '(MIT OR EUPL-1.1+)',
  '(MIT OR GPL-3.0-or-later)',
  'MPL-2.0',
  'PSF-2.0',
];
/** The design system is in the public domain, with parts under other terms: THIRD-PARTY-NOTICES.md. */
const READ_BY_PEOPLE = ['node_modules/@uswds/uswds'];
/** What only the command line of a dependency imports: no bundle has it. */
const COMMAND_LINES = ['node_modules/argparse'];

function jsonIn(folder: string): { version: string } & Record<string, Record<string, string>> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Packages of which a bundle holds several copies, with their versions. */
function repeatedIn(bundle: readonly string[]): [name: string, versions: string[]][] {
  const copies = Object.entries(Object.groupBy(bundle, packageName)).filter(([, all]) => all!.length > 1);
  return copies.map(([name, all]) => [name, all!.map((folder) => jsonIn(folder).version)]);
}

/** What isn't a client is numbered apart. */
const OTHERS = ['@aws-sdk/credential-provider-env', '@aws-sdk/util-dynamodb'];

describe('dependencies', () => {
  it.each(Object.entries(folders))('are in the bundle of %s once each', (_entry, bundle) => {
    expect(bundle).not.toEqual([]);
    expect(repeatedIn(bundle)).toEqual([]);
  });

  it('are what Crier’s own files in the bundles import; everything else is for development', () => {
    expect(Object.keys(dependencies!).toSorted()).toEqual([...imported].toSorted());
  });

  it('are in no bundle where only a command line imports them', () => {
    const bundled = Object.values(folders).flat();
    expect(bundled.filter((folder) => COMMAND_LINES.some((path) => folder.endsWith(path)))).toEqual([]);
  });

  it('have one version of all clients of the AWS SDK, so that they share one copy of each other', () => {
    const sdk = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([name]) => name.startsWith('@aws-sdk/') && !OTHERS.includes(name),
    );
    expect(sdk.length).toBeGreaterThan(10);
    expect(new Set(sdk.map(([, version]) => version)).size).toBe(1);
    const clients = Object.keys(packages).filter(
      (path) => path.includes('@aws-sdk/client-') || OTHERS.some((name) => path.endsWith(name)),
    );
    expect(clients.filter((path) => path.lastIndexOf('node_modules/') > 0)).toEqual([]);
  });

  it('are pinned to one version each', () => {
    const all = Object.values({ ...dependencies, ...devDependencies });
    expect(all.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('have a license of the list', () => {
    const installed = Object.entries(packages).filter(([path]) => path && !READ_BY_PEOPLE.includes(path));
    expect(installed.length).toBeGreaterThan(300);
    const others = installed.filter(
      ([path, { license = 'none', dev }]) =>
        !(dev || COMMAND_LINES.includes(path) ? TOOLS : DEPLOYED).includes(license),
    );
    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});
