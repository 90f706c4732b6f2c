import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { resourceOf, resourcesOf, synthesize } from '../../support/synthesize.ts';

const own = synthesize();
const PROVIDER = { oidcIssuer: 'https://login.example.com', oidcClient: 'crier' };
const theirs = synthesize(PROVIDER);

/** What a template tells the console of signing in, references written out. */
function signInOf({ pipeline }: typeof own): Record<string, unknown> {
  const value = resourceOf(pipeline, 'Console').Properties.Environment.Variables.CRIER_SIGN_IN;
  if (typeof value === 'string') return JSON.parse(value);
  const parts: unknown[] = value['Fn::Join'][1];
  const text = parts.map((part) =>
    typeof part === 'string' ? part : `<${JSON.stringify(part).replaceAll('"', '')}>`,
  );
  return JSON.parse(text.join(''));
}

describe('who signs in', () => {
  it("is known by the launch's own pool: no one signs up, and a second factor is asked for", () => {
    const { Properties, DeletionPolicy } = resourceOf(own.data, 'StaffPool');
    expect(Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    });
    expect(Properties.Policies.PasswordPolicy.MinimumLength).toBeGreaterThanOrEqual(14);
    expect(DeletionPolicy).toBe('Retain');
    expect(signInOf(own)).toMatchObject({
      issuer: expect.stringMatching(/^<\{Fn::ImportValue:crier-nysb-2018-data:.*ProviderURL/),
      client: '<{Ref:ConsoleClient}>',
      idClaim: 'cognito:username',
      roleClaim: 'cognito:groups',
      clerk: 'clerk',
      approver: 'approver',
      ops: 'ops',
      viewer: 'viewer',
      idleMinutes: 30,
      hours: 8,
      nameDays: 400,
    });
  });

  it('comes back with a code to the console and nowhere else', () => {
    const { Properties } = resourceOf(own.pipeline, 'ConsoleClient');
    const origin = { 'Fn::GetAtt': ['ConsoleApi', 'ApiEndpoint'] };
    expect(Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile', 'email'],
      CallbackURLs: [{ 'Fn::Join': ['', [origin, '/sign-in/return']] }],
      LogoutURLs: [{ 'Fn::Join': ['', [origin, '/sign-in']] }],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  it.each([
    ['a flow with a password', 'ExplicitAuthFlows', ['ALLOW_REFRESH_TOKEN_AUTH']],
    ['the implicit flow', 'AllowedOAuthFlows', ['code']],
    ['a scope that changes accounts', 'AllowedOAuthScopes', ['openid', 'profile', 'email']],
    ['reading more than is shown', 'ReadAttributes', ['email', 'email_verified', 'name']],
    // An empty list would mean all of them.
    ['writing what anything reads', 'WriteAttributes', ['locale']],
  ])('attack: %s is not what the client may do', (_what, property, only) => {
    expect(resourceOf(own.pipeline, 'ConsoleClient').Properties[property]).toEqual(only);
  });

  it("is known by the court's provider where one is named: no pool is made", () => {
    for (const stack of [theirs.data, theirs.pipeline]) {
      expect(Object.values(stack.Resources).filter(({ Type }) => Type.startsWith('AWS::Cognito::'))).toEqual(
        [],
      );
    }
    expect(signInOf(theirs)).toMatchObject({
      issuer: 'https://login.example.com',
      client: 'crier',
      idClaim: 'sub',
      roleClaim: 'groups',
    });
  });
});

describe('the sign-in of one machine', () => {
  it.each([
    ['the usual template', own],
    ["the template with the court's provider", theirs],
  ])('has no place in %s', (_what, templates) => {
    const { CRIER_CONSOLE_ORIGIN: origin } = resourceOf(templates.pipeline, 'Console').Properties.Environment
      .Variables;
    // The API's own address, which is one with https: by it the console refuses a provider without.
    expect(origin).toEqual({ 'Fn::GetAtt': ['ConsoleApi', 'ApiEndpoint'] });
    expect(JSON.stringify(templates)).not.toMatch(/127\.0\.0\.1|localhost|http:\/\//);
  });

  it.each(['http://127.0.0.1:4727', 'http://localhost', 'ftp://login.example.com', '127.0.0.1'])(
    'is no setting: %s',
    (oidcIssuer) => {
      expect(() => synthesize({ ...PROVIDER, oidcIssuer })).toThrow(
        'oidcIssuer must be an address that starts with https://',
      );
    },
  );

  it('is in no bundle', () => {
    const entries = resourcesOf(own.pipeline, 'AWS::Lambda::Function').map(([, { Metadata }]) =>
      String(Metadata?.['crier:entry']),
    );
    const { metafile } = buildSync({
      absWorkingDir: fileURLToPath(new URL('../../..', import.meta.url)),
      entryPoints: entries,
      outdir: 'nowhere',
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    const modules = Object.keys(metafile.inputs);
    expect(modules).toContain('functions/console/settings.ts');
    expect(modules.filter((path) => !/^(functions|campaigns)\//.test(path))).toEqual([]);
  });
});

describe("the court's own host name", () => {
  const { pipeline } = synthesize({
    consoleDomain: 'crier.nysb.uscourts.gov',
    consoleCertificate: 'arn:aws:acm:us-east-1:000000000000:certificate/x',
  });

  it('is the only address, and that to which people come back', () => {
    const { CRIER_CONSOLE_ORIGIN: origin } = resourceOf(pipeline, 'Console').Properties.Environment.Variables;
    expect(origin).toBe('https://crier.nysb.uscourts.gov');
    expect(resourceOf(pipeline, 'ConsoleApi').Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(resourceOf(pipeline, 'ConsoleClient').Properties).toMatchObject({
      CallbackURLs: ['https://crier.nysb.uscourts.gov/sign-in/return'],
      LogoutURLs: ['https://crier.nysb.uscourts.gov/sign-in'],
    });
    expect(pipeline.Outputs).toHaveProperty('ConsoleDomainTarget');
    expect(resourcesOf(pipeline, 'AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
  });
});

describe('the API', () => {
  it('leads every request to the console, this many a second', () => {
    const routes = resourcesOf(own.pipeline, 'AWS::ApiGatewayV2::Route');
    expect(routes.map(([, { Properties }]) => [Properties.RouteKey, Properties.ApiId])).toEqual([
      ['$default', { Ref: 'ConsoleApi' }],
      ['GET /notice', { Ref: 'ConsoleApi' }],
    ]);
    expect(new Set(routes.map(([, { Properties }]) => JSON.stringify(Properties.Target))).size).toBe(1);
    expect(resourceOf(own.pipeline, 'ConsoleStage').Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      RouteSettings: { 'GET /notice': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } },
    });
  });

  it('logs nothing by which a person could be known', () => {
    const { Format } = resourceOf(own.pipeline, 'ConsoleStage').Properties.AccessLogSettings;
    expect(Object.values(JSON.parse(Format)).sort()).toEqual([
      '$context.httpMethod',
      '$context.requestId',
      '$context.requestTimeEpoch',
      '$context.responseLatency',
      '$context.responseLength',
      '$context.status',
    ]);
  });
});
