// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are sources to be found, not templates.

import type { ScriptName } from './scripts.ts';

/** A change to the protocol that the simulation must catch. Each `find` occurs once in its file. */
export interface Mutation {
  readonly name: string;
  /** Workloads that fall into the hole soon; without it all are tried. */
  readonly workloads?: readonly string[];
  /** The scripted run that falls into it, where dice would hardly find it. */
  readonly script?: ScriptName;
  readonly edits: readonly Edit[];
}

interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Where a call of SES that brought no answer is called unknown. */
export const TIMED_OUT = "return { outcome: 'unknown', reason: `ses-${codeOf(error)}` };";

/** The sweep would heal what the mutation breaks: both must fail for the hole to open. */
export const SWEEP_WITHOUT_RESUME: Edit = {
  file: 'sweep/sweep-runs.ts',
  find: '  if (!found.enqueued) await continueWith(found, services);\n',
  replace: '',
};
