import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type AccountChange, accountSchema } from '../domain/account.ts';
import { ENV, type Env } from '../lib/env.ts';
import { lambda } from './clients.ts';

/** What the function ManagePeople answers. */
const peopleAnswerSchema = z.discriminatedUnion('done', [
  z.object({ done: z.literal(true), accounts: z.array(accountSchema).readonly().exactOptional() }),
  z.object({
    done: z.literal(false),
    /** A code. */
    reason: z.string(),
    message: z.string(),
    /** The form's field that it is about. @default none */
    field: z.enum(['account', 'email', 'role']).exactOptional(),
  }),
]);
/** See {@link peopleAnswerSchema}. */
export type PeopleAnswer = z.infer<typeof peopleAnswerSchema>;

/** Who asks, and when by the machine's clock. */
export interface PeopleRequest {
  readonly sessionId: string;
  readonly at: Temporal.Instant;
}

/** Has the function ManagePeople do something, as the person of a sign-in. */
export interface ManagePeople {
  /** Every account, as this person may see it. */
  list(by: PeopleRequest): Promise<PeopleAnswer>;
  change(change: AccountChange, by: PeopleRequest): Promise<PeopleAnswer>;
}

/** Calls the function that the environment names; `null`: people are managed elsewhere. */
export function managePeople(env: Env, client: LambdaClient = lambda()): ManagePeople | null {
  const FunctionName = env[ENV.managePeople];
  if (!FunctionName) return null;
  const call = async (event: unknown): Promise<PeopleAnswer> => {
    const Payload = Buffer.from(JSON.stringify(event));
    const { FunctionError, Payload: answer } = await client.send(
      new InvokeCommand({ FunctionName, Payload }),
    );
    if (FunctionError || !answer) {
      throw new Error(`Cannot manage people because ManagePeople must answer: ${FunctionError ?? 'nothing'}`);
    }
    return peopleAnswerSchema.parse(JSON.parse(Buffer.from(answer).toString()));
  };
  return {
    list: ({ sessionId, at }) => call({ act: 'list', sessionId, at: at.toString() }),
    change: (change, { sessionId, at }) => call({ act: 'change', sessionId, at: at.toString(), change }),
  };
}
