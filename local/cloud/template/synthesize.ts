import { createApp } from '../../../infra/crier-app.ts';
import type { SynthesizedStack } from './cloudformation.ts';

interface SynthOptions {
  /** @default the example's */
  readonly launchName?: string;
  /** Domain that emails come from. @default the example's */
  readonly sender?: string;
  /** Directory for templates and bundles; without it the functions aren't bundled. */
  readonly bundleInto?: string;
}

/** Synthesizes the stacks in this process. */
export function synthesize({ launchName, sender, bundleInto }: SynthOptions = {}): SynthesizedStack[] {
  const app = createApp({
    check: false,
    bundle: bundleInto !== undefined,
    ...(launchName && { name: launchName }),
    ...(sender && { sender }),
    ...(bundleInto && { outdir: bundleInto }),
  });
  return app.synth().stacks.map(({ stackName, template }) => ({ name: stackName, template }));
}
