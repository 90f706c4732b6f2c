import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Claims } from '../../domain/person.ts';
import type { ConsoleSettings } from '../settings.ts';

/** What the provider's answer is checked by. A cookie of the browser keeps it until then. */
interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The OpenID Connect provider. */
export interface OpenId {
  /** @returns where to send the browser, and what to check its answer by. */
  begin(): Promise<{ readonly url: URL; readonly flow: Flow }>;
  /**
   * Checks the provider's answer and trades its code for the claims.
   * @throws Error when anything doesn't fit.
   */
  finish(answer: URL, flow: Flow): Promise<Claims>;
  /** Where the provider ends its own sign-in and redirects back; `null` when it has no such place. */
  endUrl(): Promise<URL | null>;
}

const SECONDS = 10;
/** The path that the provider redirects to. */
export const RETURN_PATH = '/sign-in/return';
/** The page on which a sign-in begins. */
export const SIGN_IN_PATH = '/sign-in';

/** The provider of the settings. It is asked for its addresses when first needed. */
export function openId({ origin, isRehearsal, signIn }: ConsoleSettings): OpenId {
  let found: Promise<Configuration> | undefined;

  /** Asked for once; a provider that didn't answer is asked again the next time. */
  function configuration(): Promise<Configuration> {
    found ??= discovery(new URL(signIn.issuer), signIn.client, undefined, None(), {
      timeout: SECONDS,
      // The library's default trusts TLS instead of checking signatures.
      execute: [enableNonRepudiationChecks, ...(isRehearsal ? [allowInsecureRequests] : [])],
    }).catch((error) => {
      found = undefined;
      throw error;
    });
    return found;
  }

  return {
    begin: async () => {
      const config = await configuration();
      const flow = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(config, {
        redirect_uri: `${origin}${RETURN_PATH}`,
        scope: 'openid profile email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url, flow };
    },
    finish: async (answer, { state, nonce, verifier }) => {
      const tokens = await authorizationCodeGrant(await configuration(), answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      return tokens.claims() ?? {};
    },
    endUrl: async () => {
      const config = await configuration();
      if (!config.serverMetadata().end_session_endpoint) return null;
      const back = `${origin}${SIGN_IN_PATH}`;
      // Cognito has a parameter of its own for the address to redirect to.
      return buildEndSessionUrl(config, { post_logout_redirect_uri: back, logout_uri: back });
    },
  };
}
