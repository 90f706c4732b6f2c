import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { FIRST_PROBLEM, type ProblemPage, readProblems } from '../domain/roster/stored-problems.ts';
import { isStrayReport, reportKey, type Upload } from '../domain/upload.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** What a report says about the upload as a whole. */
interface FoundReport {
  /** Why nothing changed; `null` when the upload became a version. */
  readonly refused: string | null;
  /** Of the refusal; absent in reports of earlier versions of Crier. */
  readonly code?: string;
}

/** Reads the reports beside uploads. */
export interface ReportReader {
  /** The report of the last upload with this key that wasn't a stray; `null` while there is none. */
  find(key: string): Promise<FoundReport | null>;
  /** A page of problems; `null` when the report is gone. @throws RangeError when no problem begins at `from` */
  problems(upload: Pick<Upload, 'key' | 'uploadedAt'>, page: ProblemQuery): Promise<ProblemPage | null>;
  /** An address, valid for a minute, of the table to correct. */
  tableLink(upload: Pick<Upload, 'key' | 'uploadedAt'>, fileName: string): Promise<string>;
}

/** Which problems of a report. */
interface ProblemQuery {
  /** Byte offset in the report at which the page begins. @default the first problem */
  readonly from?: number | undefined;
  readonly limit: number;
}

/** How much of a report is read for a page: far more than its problems fill. */
const WINDOW_BYTES = 256 * 1024;
/** A larger report isn't a refusal's: that holds one sentence. */
const REFUSAL_BYTES = 16 * 1024;
const LINK_SECONDS = 60;

/** Reads reports from the bucket that the environment names. @throws Error when its variable is missing. */
export function reportReader(env: Env, client: S3Client = s3()): ReportReader {
  const Bucket = required(env, ENV.inboxBucket);

  async function part(Key: string, { start, length }: { start: number; length: number }) {
    const Range = `bytes=${start}-${start + length - 1}`;
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  return {
    find: async (key) => {
      const Prefix = `${key.replace(/^inbox\//, 'reports/')}/`;
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      const last = Contents.filter(({ Key = '' }) => Key.endsWith('.json') && !isStrayReport(Key)).at(-1);
      if (!last?.Key) return null;
      if ((last.Size ?? 0) > REFUSAL_BYTES) return { refused: null };
      const text = Buffer.from(await part(last.Key, { start: 0, length: REFUSAL_BYTES })).toString();
      const { refused } = JSON.parse(text) as { refused?: unknown };
      return { refused: typeof refused === 'string' ? refused : null };
    },
    problems: async (upload, { from = FIRST_PROBLEM, limit }) => {
      const start = from - 1;
      const bytes = await existing(part(`${reportKey(upload)}.json`, { start, length: WINDOW_BYTES }));
      if (bytes === null) return null;
      const page = bytes === 'beyond' ? null : readProblems(bytes, { from, limit });
      if (page) return page;
      // A report without problems has no line of them.
      if (from === FIRST_PROBLEM) return { problems: [], next: null };
      throw new RangeError(`Cannot read problems because one must start there: it is byte ${from}`);
    },
    tableLink: (upload, fileName) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: `${reportKey(upload)}.csv`,
          ResponseContentDisposition: `attachment; filename="${fileName}"`,
          ResponseContentType: 'text/csv; charset=utf-8',
        }),
        { expiresIn: LINK_SECONDS },
      ),
  };
}

/** The bytes; `null` for an object that is gone, `beyond` for a range after its end. */
async function existing(asked: Promise<Uint8Array>): Promise<Uint8Array | null | 'beyond'> {
  try {
    return await asked;
  } catch (error) {
    const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
    if ($metadata?.httpStatusCode === 404) return null;
    if (name === 'InvalidRange' || $metadata?.httpStatusCode === 416) return 'beyond';
    throw error;
  }
}
