import { campaign } from '#campaign';
import type { ContentClaim } from '../aws/content-claims.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Refusal } from './intake.ts';

/** Refuses a file whose very bytes another upload had, and says what became of that one. */
export async function sameContent(
  { version, key, uploadedAt }: ContentClaim,
  { roster }: { roster: Pick<RosterStore, 'active'> },
): Promise<Refusal> {
  const { label, asOf } = campaign.progress;
  const active = await roster.active();
  const status = active.version === version ? 'in force' : (active.retired[version] ?? 'not in force');
  const refused =
    `The file has the same content, byte for byte, as "${key}" of ${uploadedAt}, which became version ${version} ` +
    `and is ${status}: nothing changes. If its ${label} was looked up anew, put the date into a column ${asOf} ` +
    'and upload it again';
  return { code: 'same-content', refused };
}
