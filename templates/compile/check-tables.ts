import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { campaign } from '#campaign';
import { checkCampaign, sentenceOf } from '../../campaigns/check-campaign.ts';
import { anyFiler } from '../../functions/domain/filer/any-filer.ts';
import { ANNOUNCEMENT_KINDS, PAGE } from '../../functions/domain/plan/kinds.ts';
import { comparable, PERSON_SYNONYMS } from '../../functions/ingest-roster/row/columns.ts';
import type { Sources } from './source.ts';

const FOLDER = join(import.meta.dirname, '../../campaigns', campaign.name);

/**
 * What is wrong with the campaign's tables, each as a sentence that names file and row. It imports little of the
 * engine, much of which can't even load with a campaign that is wrong.
 */
export async function checkTables({ messages }: Pick<Sources, 'messages'>): Promise<string[]> {
  if (!(await isOwnFolder()))
    return [`campaign.ts, name: it is "${campaign.name}"; it must be the name of the campaign's own folder`];
  return checkCampaign(campaign, {
    files: readdirSync(FOLDER),
    templates: messages.map(({ name }) => name),
    messages: [...ANNOUNCEMENT_KINDS, PAGE],
    columns: PERSON_SYNONYMS,
    comparable,
    blank: anyFiler(),
  }).map(sentenceOf);
}

/** Whoever copies a folder may forget the name, and would build the other campaign's messages. */
async function isOwnFolder(): Promise<boolean> {
  const file = join(FOLDER, 'campaign.ts');
  return existsSync(file) && (await import(pathToFileURL(file).href)).campaign === campaign;
}
