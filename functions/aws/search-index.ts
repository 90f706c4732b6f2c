import {
  DeleteObjectCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  type Directory,
  GROUP_FILERS,
  type Group,
  type Lists,
  type Place,
  readDirectory,
  readLists,
} from '../domain/roster/search-index.ts';
import { type PhoneIndex, readPhoneIndex } from '../domain/send/phone-index.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { s3 } from './clients.ts';

/** Reads the search indexes of roster versions. */
export interface SearchStore {
  /** `null`: the version isn't indexed. */
  directory(version: string): Promise<Directory | null>;
  /** Its lists of filers; `null`: there are none, or they are being made again. */
  lists(version: string): Promise<Lists | null>;
  /** Lines of a group; `null`: the group is gone. */
  lines(version: string, place: { group: GroupName; at: Place }): Promise<string | null>;
  /** Whom to call of the version; `null`: that isn't indexed. */
  phones(version: string): Promise<PhoneIndex | null>;
}

/** A group of the index by its number: of words, or of lists. */
export type GroupName = number | `lists-${number}`;

/** Writes the search index of a version. A directory comes last, so that all that it leads to is there. */
export interface SearchWriter {
  putGroup(version: string, part: { name: GroupName; group: Group }): Promise<void>;
  putDirectory(version: string, directory: Directory): Promise<void>;
  /** @param lists `null`: they are being made again, so no one may read their groups. */
  putLists(version: string, lists: Lists | null): Promise<void>;
  putPhones(version: string, phones: PhoneIndex): Promise<void>;
}

/** Deletes the index of a version. @param filers How many the version has, which says how many groups its index has. */
export type RemoveSearch = (version: string, filers: number) => Promise<void>;

/** How many of each kind of directory are kept in memory. */
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
  function remembering<Content>(name: (typeof DIRECTORIES)[number], parse: (text: string) => Content | null) {
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
    lists: remembering('lists', readLists),
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
  const put = async (version: string, name: ObjectName, Body: string | Uint8Array) => {
    await client.send(new PutObjectCommand({ Bucket, Key: keyOf(version, name), Body }));
  };
  return {
    putGroup: (version, { name, group }) => put(version, name, group.bytes),
    putDirectory: (version, directory) => put(version, 'directory', JSON.stringify(directory)),
    putLists: (version, lists) => put(version, 'lists', JSON.stringify(lists)),
    putPhones: (version, phones) => put(version, 'phones', JSON.stringify(phones)),
  };
}

/** Deletes indexes from the bucket that the environment names. @throws Error when its variable is missing. */
export function searchRemover(env: Env, client: S3Client = s3()): RemoveSearch {
  const Bucket = required(env, ENV.inboxBucket);
  return async (version, filers) => {
    const words = numbers(filers, GROUP_FILERS.words);
    const lists = numbers(filers, GROUP_FILERS.lists).map((number): GroupName => `lists-${number}`);
    for (const name of [...DIRECTORIES, ...words, ...lists]) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(version, name) }));
    }
  };
}

/** The numbers of the groups of a version with that many filers. */
function numbers(filers: number, groupFilers: number): number[] {
  return Array.from({ length: Math.ceil(filers / groupFilers) }, (_, number) => number);
}

const DIRECTORIES = ['directory', 'lists', 'phones'] as const;
type ObjectName = GroupName | (typeof DIRECTORIES)[number];

function keyOf(version: string, name: ObjectName): string {
  return `search/${version}/${name}`;
}
