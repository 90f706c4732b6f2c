import type { PrecompiledParts } from '../prepared-templates.ts';

/** The precompiled notices to staff. */
export type StaffTemplates = PrecompiledParts<'digest' | 'urgent' | 'weekly'>;

/** Made by `node templates/build-staff.ts` from `templates/staff/`; not in git. */
export declare const staffTemplates: StaffTemplates;
