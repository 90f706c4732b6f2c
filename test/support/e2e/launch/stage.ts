import { simpleParser } from 'mailparser';
import type { Cloud } from '../../../../local/cloud/cloud.ts';
import { aCourt, type Court, PHONE } from '../court.ts';
import { Reader } from './reader.ts';

/** Everyone who takes part in a launch, each before a window of their own, and the mail that really goes out. */
export interface Stage {
  readonly court: Court;
  readonly cloud: Cloud;
  /** Clerk, at a desk. */
  readonly clara: Reader;
  /** Approver, on a phone. */
  readonly ada: Reader;
  /** Operations, on a phone. */
  readonly otto: Reader;
}

/** A launch in which nothing has been done yet. */
export async function aStage(start: string): Promise<Stage> {
  const court = await aCourt({ start });
  return {
    court,
    cloud: court.cloud,
    clara: new Reader(await court.signedIn('Clara')),
    ada: new Reader(await court.signedIn('Ada', { width: PHONE })),
    otto: new Reader(await court.signedIn('Otto', { width: PHONE })),
  };
}

/** The addresses that a phase has mailed so far, sorted. */
export function mailedIn({ outbox }: Cloud, phaseId: string): string[] {
  return outbox
    .filter(({ tags: { run = '' } }) => run.startsWith(`${phaseId}_`))
    .flatMap(({ to }) => to)
    .sort();
}

/** The last email to an address, as its reader has it. @throws Error when none went there */
export async function lastMailTo({ outbox }: Cloud, address: string): Promise<string> {
  const mail = outbox.findLast(({ to }) => to.includes(address));
  if (!mail) throw new Error(`Cannot read an email because none went to ${address}`);
  const { subject = '', text = '' } = await simpleParser(Buffer.from(mail.raw));
  return `${subject} ${text}`.replaceAll(/\s+/g, ' ');
}

/** An approver reads what will be sent, and approves it. */
export async function approve({ ada }: Stage, phaseId: string): Promise<void> {
  await ada.open(`/phases/${phaseId}`);
  await ada.follow('Review and approve…');
  await ada.expectGood();
  await ada.fill({ 'Why?': 'Reviewed with the clerk', 'Type “approve” to confirm': 'approve' });
  await ada.press('Approve this phase');
  await ada.page.waitForURL(new RegExp(`/phases/${phaseId}$`));
}

interface Upload {
  readonly kind?: 'roster' | 'update';
  readonly name: string;
  readonly bytes: Buffer;
}

/** A clerk uploads a file, and reads its report. @param upload an update, if not said */
export async function upload(
  { clara, cloud }: Stage,
  { kind = 'update', name, bytes }: Upload,
): Promise<string> {
  // Uploads are told apart by the second.
  await cloud.advanceTo(cloud.clock.now().add({ seconds: 5 }));
  await clara.open(`/roster/upload?kind=${kind}`);
  await clara.page.getByLabel('The file').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await clara.press('Upload');
  await clara.page.getByRole('heading', { name: 'Your file is being read' }).waitFor();
  await cloud.settle();
  await clara.page.waitForURL(/\/roster\/versions\/|\/refused$/);
  await clara.expectGood();
  return clara.shown();
}
