import { campaign } from '#campaign';
import type { Placeholder, Table } from '../../campaigns/campaign.ts';
import type { Model } from './model.ts';

/** What every court's own text can name. */
const OWN: Table<Placeholder> = {
  'court-name': { label: 'Name of the court', at: 'court.name' },
  'the-court': { label: 'The court inside a sentence, with “the”', at: 'court.theName' },
  'The-court': { label: 'The court at the start of a sentence, with “The”', at: 'court.TheName' },
  'sender-name': { label: 'Who the emails are from', at: 'court.sender' },
  'filer-name': { label: 'Name of the filer', at: 'filer.name', isOfFiler: true },
  'help-desk-email': { label: 'Email address of the help desk', at: 'helpDesk.email', kind: 'email' },
  'help-desk-phone': { label: 'Phone number of the help desk', at: 'helpDesk.phone', kind: 'phone' },
  'help-desk-hours': { label: 'Hours of the help desk', at: 'helpDesk.hours' },
  'link-domains': { label: 'Domains that all links lead to', at: 'domains' },
};

/** Every value that a court's own text can name, by what it writes between `{{` and `}}`. */
export const PLACEHOLDERS: ReadonlyMap<string, Placeholder> = new Map(
  Object.entries({ ...OWN, ...campaign.email.placeholders }),
);

/** The value of a placeholder in an email; `null`: it has none. */
export function placeholderValue({ at, otherwise }: Placeholder, model: Model): string | null {
  let value: unknown = model;
  for (const key of at.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'string' && value !== '' ? value : (otherwise ?? null);
}
