import type { Mutation } from './mutation.ts';
import { CHANGE_MUTATIONS } from './mutations-changes.ts';
import { CHUNK_MUTATIONS } from './mutations-chunks.ts';
import { FURTHER_MUTATIONS } from './mutations-further.ts';
import { OUTCOME_MUTATIONS } from './mutations-outcomes.ts';

/** Holes that each step of the protocol closes, opened again one by one. */
export const MUTATIONS: readonly Mutation[] = [
  ...CHUNK_MUTATIONS,
  ...OUTCOME_MUTATIONS,
  ...FURTHER_MUTATIONS,
  ...CHANGE_MUTATIONS,
];
