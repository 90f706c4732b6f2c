import type { TemplateSpecs } from '../../functions/email/render.ts';

/** Made by `node templates/build.ts` from `templates/nextgen/`; not in git. */
export declare const templates: TemplateSpecs;
/** Hash of every text that emails may have, whatever the plan. */
export declare const wordingHash: string;
