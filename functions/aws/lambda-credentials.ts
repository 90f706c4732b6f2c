/**
 * How the clients find their credentials in a bundle, instead of `@aws-sdk/credential-provider-node`
 * (infra/pipeline-function.ts): Lambda puts them into the environment. The files, sign-ins and metadata servers that a
 * developer's machine may have them from would take 100 KB in every function.
 */
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';
