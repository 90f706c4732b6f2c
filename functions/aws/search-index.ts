import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type Directory, GROUP_FILERS, type Group, readDirectory } from '../domain/roster/search-index.ts';
import { type PhoneIndex, readPhoneIndex } from '../domain/send/phone-index.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Reads the search indexes of roster versions. */
export interface SearchStore {
  /** `null`: the version isn't indexed. */
  directory(version: string): Promise<Directory | null>;
  /** Lines of a group by offset and length in bytes; `null`: the group is gone. */
  lines(version: string, place: { group: number; at: readonly [number, number] }): Promise<string | null>;
  /** Whom to call of the version; `null`: that isn't indexed. */
  phones(version: string): Promise<PhoneIndex | null>;
}

/** Writes the search index of a version. The directory comes last, so that all that it leads to is there. */
export interface SearchWriter {
  putGroup(version: string, part: { number: number; group: Group }): Promise<void>;
  putDirectory(version: string, directory: Directory): Promise<void>;
  putPhones(version: string, phones: PhoneIndex): Promise<void>;
}

/** Deletes the index of a version. @param filers How many the version has, which says how many groups its index has. */
export type RemoveSearch = (version: string, filers: number) => Promise<void>;

/** How many directories, and how many lists of whom to call, are kept in memory. */
const KEPT = 4;

/** Reads indexes from the bucket that the environment names. @throws Error when its variable is missing. */
export function searchStore(env: Env, client: S3Client = s3()): SearchStore {
  const Bucket = required(env, ENV.inboxBucket);

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

  /** Reads an object, and again only when it has changed: an erasure rewrites the index. */
  function remembering<Content>(name: 'directory' | 'phones', parse: (text: string) => Content | null) {
    const kept = new Map<string, { readonly content: Content; readonly etag: string | undefined }>();
    return async (version: string): Promise<Content | null> => {
      const known = kept.get(version);
      const IfNoneMatch = known?.etag;
      const found = await read({ Key: keyOf(version, name), ...(IfNoneMatch && { IfNoneMatch }) });
      if (found === 'unchanged') return known!.content;
      kept.delete(version);
      const content = found && parse(found.text);
      if (content) kept.set(version, { content, etag: found?.etag });
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return content;
    };
  }

  return {
    directory: remembering('directory', readDirectory),
    phones: remembering('phones', readPhoneIndex),
    lines: async (version, { group, at: [offset, length] }) => {
      const Range = `bytes=${offset}-${offset + length - 1}`;
      const found = await read({ Key: keyOf(version, group), Range });
      return found === null || found === 'unchanged' ? null : found.text;
    },
  };
}

/** What S3 has under a key; `null`: nothing. */
type Found = { readonly text: string; readonly etag: string | undefined } | 'unchanged' | null;

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
    putPhones: async (version, phones) => {
      const Body = JSON.stringify(phones);
      await client.send(new PutObjectCommand({ Bucket, Key: keyOf(version, 'phones'), Body }));
    },
  };
}

/** Deletes indexes from the bucket that the environment names. @throws Error when its variable is missing. */
export function searchRemover(env: Env, client: S3Client = s3()): RemoveSearch {
  const Bucket = required(env, ENV.inboxBucket);
  return async (version, filers) => {
    const groups = Array.from({ length: Math.ceil(filers / GROUP_FILERS) }, (_, number) => number);
    for (const name of ['directory' as const, 'phones' as const, ...groups]) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(version, name) }));
    }
  };
}

function keyOf(version: string, name: number | 'directory' | 'phones'): string {
  return `search/${version}/${name}`;
}
