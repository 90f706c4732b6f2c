import { createApp } from '../../../infra/crier-app.ts';
import type { Settings } from '../../../infra/settings.ts';
import type { SynthesizedStack } from './cloudformation.ts';

interface SynthOptions {
  /** @default the example's */
  readonly launchName?: string;
  /** Domain that emails come from. @default the example's */
  readonly sender?: string;
  /** Domains that the launch's plans may use. @default uscourts.gov */
  readonly linkDomains?: readonly string[];
  /** Restored tables instead of the launch's own. @default none */
  readonly restored?: Pick<Settings, 'restoredTables' | 'restoredTo'>;
  /** Directory for templates and bundles; without it the functions aren't bundled. */
  readonly bundleInto?: string;
}

/** Without bundles, the same options give the same stacks: they are made once in a process. */
const synthesized = new Map<string, readonly SynthesizedStack[]>();

/** Synthesizes the stacks in this process. What is returned is shared: nothing may change it. */
export function synthesize(options: SynthOptions = {}): readonly SynthesizedStack[] {
  if (options.bundleInto !== undefined) return stacksOf(options);
  const key = JSON.stringify([options.launchName, options.sender, options.linkDomains, options.restored]);
  const stacks = synthesized.get(key) ?? stacksOf(options);
  synthesized.set(key, stacks);
  return stacks;
}

function stacksOf({
  launchName,
  sender,
  linkDomains,
  restored,
  bundleInto,
}: SynthOptions): readonly SynthesizedStack[] {
  const app = createApp({
    check: false,
    bundle: bundleInto !== undefined,
    ...(launchName && { name: launchName }),
    ...(sender && { sender }),
    ...(linkDomains && { linkDomains }),
    ...restored,
    ...(bundleInto && { outdir: bundleInto }),
  });
  return app.synth().stacks.map(({ stackName, template }) => ({ name: stackName, template }));
}
