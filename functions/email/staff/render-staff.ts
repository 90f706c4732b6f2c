import type { StaffNotice } from '../../domain/run/staff-notices.ts';
import { prepareTemplates } from '../prepared-templates.ts';
import type { Rendered } from '../render.ts';
import type { StaffModel } from './staff-model.ts';
import type { StaffTemplates } from './staff-templates.generated.js';

/** Makes the function that renders notices to staff; it throws an Error when one names what the model doesn't have. */
export function staffRendererOf(templates: StaffTemplates) {
  const prepared = prepareTemplates(templates);
  return (notice: StaffNotice, model: StaffModel, { isTest }: { readonly isTest: boolean }): Rendered => {
    const label = prepared.line(notice, 'label', model);
    const headline = prepared.line(notice, 'subject', model);
    const preview = prepared.line(notice, 'preview', model);
    const subject = isTest ? `[TEST] ${headline}` : headline;
    // Only the subject tells a test launch's notices apart: what they say is true of it.
    const is = { test: false };
    const values = { ...model, label, headline, subject, preview, is };
    return { subject, preview, ...prepared.bodies(notice, values) };
  };
}
