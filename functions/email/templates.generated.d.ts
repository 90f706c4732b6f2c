import type { TemplateSpecs } from './render.ts';

/** Made by `node templates/build.ts` from `templates/`; not in git. */
export declare const templates: TemplateSpecs;
