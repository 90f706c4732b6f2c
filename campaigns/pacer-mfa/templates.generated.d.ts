import type { TemplateSpecs } from '../../functions/email/render.ts';
import type { MessageSections } from '../../functions/email/sections.ts';

/** Made by `node templates/build.ts` from `templates/pacer-mfa/`; not in git. */
export declare const templates: TemplateSpecs;
/** The sections of each message, whose text a court can replace. */
export declare const sections: MessageSections;
/** Precompiled Markdown of each section, by its key, and of the partials: what a court may begin with. */
export declare const sectionSources: Readonly<Record<string, object>>;
export declare const sourcePartials: Readonly<Record<string, object>>;
/** Hash of every text that emails may have, whatever the plan. */
export declare const wordingHash: string;
