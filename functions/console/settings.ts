import * as z from 'zod';
import { type SignInSettings, signInSchema } from '../domain/sign-in.ts';
import { ENV, type Env, required } from '../lib/env.ts';

const placeSchema = z.url({ protocol: /^http$/ }).refine(isLoopbackUrl, 'must be on this machine');
const placesSchema = z.strictObject({ inbox: placeSchema.optional(), clock: placeSchema.optional() });

/** Pages beside the console where it runs on one machine: every email, and the clock that can be moved. */
export type RehearsalPlaces = Readonly<z.output<typeof placesSchema>>;

/** What the console's environment says. */
export interface ConsoleSettings {
  /** The launch's name. */
  readonly launch: string;
  /** The console's address: scheme, host and port. */
  readonly origin: string;
  /** The console runs on this machine, where no email leaves it. */
  readonly isRehearsal: boolean;
  /** @default none */
  readonly rehearsal?: RehearsalPlaces;
  readonly signIn: SignInSettings;
  /** Hours until a saved search expires. */
  readonly searchHours: number;
}

/** Lambda sets this variable in every function; a function's own settings can't. */
const LAMBDA = 'LAMBDA_TASK_ROOT';
/** Set by the embedded cloud alone: JSON, see `RehearsalPlaces`. The template knows no such variable. */
const REHEARSAL = 'CRIER_REHEARSAL';

/**
 * Reads the settings. Plain http is allowed on one machine only: console and provider must both be on its loopback
 * interface, outside of Lambda.
 * @throws Error when a setting is missing or wrong, or would let people sign in without encryption
 */
export function consoleSettings(env: Env): ConsoleSettings {
  const origin = new URL(required(env, ENV.consoleOrigin)).origin;
  const signIn = signInSchema.parse(JSON.parse(required(env, ENV.signIn)));
  const isLoopback = isLoopbackUrl(origin);
  for (const address of [origin, signIn.issuer]) {
    if (new URL(address).protocol === 'https:') continue;
    if (isLoopback && isLoopbackUrl(signIn.issuer) && env[LAMBDA] === undefined) continue;
    throw new Error(`Cannot start the console because people must sign in by https: it is ${address}`);
  }
  const searchHours = z.coerce.number().positive().parse(required(env, ENV.searchHours));
  const launch = required(env, ENV.launchName);
  const settings = { launch, origin, isRehearsal: isLoopback, signIn, searchHours };
  const places = env[REHEARSAL];
  return isLoopback && places ? { ...settings, rehearsal: placesSchema.parse(JSON.parse(places)) } : settings;
}

function isLoopbackUrl(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}
