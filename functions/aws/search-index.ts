import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type Directory, GROUP_FILERS, type Group, readDirectory } from '../domain/roster/search-index.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Reads the search indexes of roster versions. */
export interface SearchStore {
  /** `null`: the version isn't indexed. */
  directory(version: string): Promise<Directory | null>;
  /** Lines of a group by offset and length in bytes; `null`: the group is gone. */
  lines(version: string, place: { group: number; at: readonly [number, number] }): Promise<string | null>;
}

/** Writes the search index of a version. The directory comes last, so that all that it leads to is there. */
export interface SearchWriter {
  putGroup(version: string, part: { number: number; group: Group }): Promise<void>;
  putDirectory(version: string, directory: Directory): Promise<void>;
}

/** Deletes the index of a version. @param filers How many the version has, which says how many groups its index has. */
export type RemoveSearch = (version: string, filers: number) => Promise<void>;

/** How many directories are kept in memory. */
const KEPT = 4;

/** Reads indexes from the bucket that the environment names. @throws Error when its variable is missing. */
export function searchStore(env: Env, client: S3Client = s3()): SearchStore {
  const Bucket = required(env, ENV.inboxBucket);
  const kept = new Map<string, KeptDirectory>();

  async function read(object: Pick<GetObjectCommandInput, 'Key' | 'Range' | 'IfNoneMatch'>): Promise<Found> {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket, ...object }));
      return { text: (await Body?.transformToString()) ?? '', etag: ETag };
    } catch (error) {
      const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
      if (name === 'NoSuchKey') return null;
      if ($metadata?.httpStatusCode === 304) return 'unchanged';
      throw error;
    }
  }

  return {
    directory: async (version) => {
      const known = kept.get(version);
      const IfNoneMatch = known?.etag;
      const found = await read({ Key: keyOf(version, 'directory'), ...(IfNoneMatch && { IfNoneMatch }) });
      if (found === 'unchanged') return known!.directory;
      kept.delete(version);
      const directory = found && readDirectory(found.text);
      if (directory) kept.set(version, { directory, etag: found?.etag });
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return directory;
    },
    lines: async (version, { group, at: [offset, length] }) => {
      const Range = `bytes=${offset}-${offset + length - 1}`;
      const found = await read({ Key: keyOf(version, group), Range });
      return found === null || found === 'unchanged' ? null : found.text;
    },
  };
}

/** What S3 has under a key; `null`: nothing. */
type Found = { readonly text: string; readonly etag: string | undefined } | 'unchanged' | null;

/** A directory, and the object that it belongs to: an erasure rewrites the index. */
interface KeptDirectory {
  readonly directory: Directory;
  readonly etag: string | undefined;
}

/** Writes indexes to the bucket that the environment names. @throws Error when its variable is missing. */
export function searchWriter(env: Env, client: S3Client = s3()): SearchWriter {
  const Bucket = required(env, ENV.inboxBucket);
  return {
    putGroup: async (version, { number, group }) => {
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(version, number), Body: group.bytes }));
    },
    putDirectory: async (version, directory) => {
      const Body = JSON.stringify(directory);
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(version, 'directory'), Body }));
    },
  };
}

/** Deletes indexes from the bucket that the environment names. @throws Error when its variable is missing. */
export function searchRemover(env: Env, client: S3Client = s3()): RemoveSearch {
  const Bucket = required(env, ENV.inboxBucket);
  return async (version, filers) => {
    const groups = Array.from({ length: Math.ceil(filers / GROUP_FILERS) }, (_, number) => number);
    for (const name of ['directory' as const, ...groups]) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(version, name) }));
    }
  };
}

function keyOf(version: string, name: number | 'directory'): string {
  return `search/${version}/${name}`;
}
