import { Duration, Stack } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { type CfnUserPoolClient, OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { UPLOADS } from '../../functions/domain/upload.ts';
import { ENV } from '../../functions/lib/env.ts';
import type { Alarms } from '../alarms.ts';
import type { DataStack } from '../data-stack.ts';
import { limitRecipients } from '../limit-recipients.ts';
import { named } from '../named.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { Settings } from '../settings.ts';
import type { StaffPool } from '../staff-pool.ts';
import type { WorkQueue } from '../work-queue.ts';
import { grantRedrive } from './commands.ts';
import type { StageProps } from './stage.ts';

/** What the console is built with. */
export interface ConsoleProps extends StageProps {
  readonly settings: Settings;
  /** Every queue whose dead letters a person may put back. */
  readonly queues: readonly WorkQueue[];
}

/** Requests per second, and the burst: enough for a handful of people, whose pages load several files each. */
const RATE = 50;
const BURST = 100;
/** The limit of the public notice is its own, so that a rush of readers leaves the console to its people. */
const NOTICE = { method: HttpMethod.GET, path: '/notice', rate: 20, burst: 40 } as const;

/** What the console's client may do in the pool besides the authorization-code flow: next to nothing. */
const CLIENT = {
  /** Without a list, Cognito allows flows with a password; an empty list counts as none. No password can start this one. */
  FLOWS: ['ALLOW_REFRESH_TOKEN_AUTH'],
  READ: ['email', 'email_verified', 'name'],
  /**
   * Cognito takes an empty list for "everything", so it names one attribute that nothing reads. Writing would also need
   * the scope aws.cognito.signin.user.admin, which the client can't get.
   */
  WRITE: ['locale'],
};

/** The web console: an HTTP API whose every request goes to one function. */
export class Console extends Construct {
  readonly console: PipelineFunction;
  /** Scheme and host. */
  readonly origin: string;
  /** A host name of the court's own; `null` without one. */
  readonly domain: DomainName | null;
  readonly api: HttpApi;
  /** How people sign in: see `SignInSettings`. */
  readonly signIn: Readonly<Record<string, string | number>>;

  constructor(scope: Construct, id: string, { launch, data, alarms, settings, queues }: ConsoleProps) {
    super(scope, id);
    this.console = new PipelineFunction(this, 'Console', {
      launch,
      alarms,
      entry: 'functions/console/console.lambda.ts',
      does: 'The web console of clerks and operations staff.',
      impact: "A page of the console couldn't be shown, or a command there was not carried out.",
      timeoutSeconds: 29,
      memoryMegabytes: 1769,
      watchedByStage: true,
    });
    this.api = new HttpApi(this, 'Api', {
      apiName: `crier-${launch}`,
      description: `Crier: the console of the launch ${launch}`,
      createDefaultStage: false,
      // With a host name of the court's own, that is the only address.
      disableExecuteApiEndpoint: settings.consoleDomain !== null,
    });
    named(this.api, 'ConsoleApi');
    this.watch(alarms);
    this.domain = this.domainOf(settings);
    this.origin = settings.consoleDomain ? `https://${settings.consoleDomain}` : this.api.apiEndpoint;
    this.route();
    this.console.addEnvironment(ENV.consoleOrigin, this.origin);
    limitRecipients(this.console, settings);
    this.console.addEnvironment(ENV.searchHours, String(settings.searchHours));
    this.signIn = this.signInWith(settings, data.staff);
    this.console.addEnvironment(ENV.signIn, Stack.of(this).toJsonString(this.signIn));
    this.grant(data, queues);
  }

  /** A page that fails is an answer with status 5xx, and an error or an error line: one notice for them all. */
  private watch(alarms: Alarms): void {
    const { impact, errors, errorLines } = this.console;
    const answers = this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
    alarms.addAny('Console fails', {
      impact,
      parts: [
        { part: 'errors', metric: errors, threshold: 1 },
        { part: 'error lines', metric: errorLines, threshold: 1 },
        { part: 'HTTP 5xx', metric: answers, threshold: 1 },
      ],
    });
  }

  private grant(data: DataStack, queues: readonly WorkQueue[]): void {
    data.launchTable.grant(this.console, 'get', 'query', 'put', 'update');
    data.rosterTable.grant(this.console, 'get', 'getMany', 'query');
    data.deliveryTable.grant(this.console, 'get', 'getMany', 'query', 'put', 'update');
    data.sendLogTable.grant(this.console, 'query');
    for (const index of Object.values(INDEXES)) data.sendLogTable.grantIndex(this.console, index);
    // Taking an address off the list puts two items: the act, and the entry with its end.
    data.suppressionTable.grant(this.console, 'get', 'getMany', 'put', 'scan');
    data.sessionTable.grant(this.console, 'get', 'query', 'put', 'update', 'delete');
    data.searchTable.grant(this.console, 'get', 'put');
    data.audit.grantAdd(this.console);
    data.audit.grantRead(this.console);
    data.bus.grantPublish(this.console);
    data.inbox.grantReadReports(this.console);
    data.inbox.grantUpload(this.console, ...Object.values(UPLOADS));
    grantRedrive(this.console, queues);
  }

  private domainOf({ consoleDomain, consoleCertificate }: Settings): DomainName | null {
    if (!consoleDomain || !consoleCertificate) return null;
    return new DomainName(this, 'Domain', {
      domainName: consoleDomain,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', consoleCertificate),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
  }

  /** Every request goes to the console, which itself checks who is signed in. */
  private route(): void {
    const integration = new HttpLambdaIntegration('Integration', this.console);
    new HttpRoute(this, 'Route', { httpApi: this.api, routeKey: HttpRouteKey.DEFAULT, integration });
    const routeKey = HttpRouteKey.with(NOTICE.path, NOTICE.method);
    const notice = new HttpRoute(this, 'NoticeRoute', { httpApi: this.api, routeKey, integration });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      ...(this.domain && { domainMapping: { domainName: this.domain } }),
      throttle: { rateLimit: RATE, burstLimit: BURST },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_YEAR }),
        ),
        // No IP address, path or query: they can identify people.
        format: AccessLogFormat.custom(
          JSON.stringify({
            at: AccessLogField.contextRequestTimeEpoch(),
            request: AccessLogField.contextRequestId(),
            method: AccessLogField.contextHttpMethod(),
            status: AccessLogField.contextStatus(),
            bytes: AccessLogField.contextResponseLength(),
            milliseconds: AccessLogField.contextResponseLatency(),
          }),
        ),
      },
    });
    named(stage, 'ConsoleStage');
    const limits = { ThrottlingRateLimit: NOTICE.rate, ThrottlingBurstLimit: NOTICE.burst };
    (stage.node.defaultChild as CfnStage).routeSettings = { [routeKey.key]: limits };
    stage.node.addDependency(notice);
  }

  /** The OpenID Connect provider that is configured, otherwise the launch's own user pool. */
  private signInWith(settings: Settings, staff: StaffPool | null): Record<string, string | number> {
    const { clerkGroup: clerk, approverGroup: approver, opsGroup: ops, viewerGroup: viewer } = settings;
    const { signInIdleMinutes: idleMinutes, signInHours: hours, userNameDays: nameDays } = settings;
    const claims = {
      idClaim: settings.oidcIdClaim ?? (staff ? 'cognito:username' : 'sub'),
      nameClaim: settings.oidcNameClaim ?? 'name',
      roleClaim: settings.oidcRoleClaim ?? (staff ? 'cognito:groups' : 'groups'),
    };
    const provider = staff
      ? { issuer: staff.pool.userPoolProviderUrl, client: this.clientOf(staff).userPoolClientId }
      : { issuer: settings.oidcIssuer!, client: settings.oidcClient! };
    return { ...provider, ...claims, clerk, approver, ops, viewer, idleMinutes, hours, nameDays };
  }

  private clientOf({ pool }: StaffPool): UserPoolClient {
    const client = new UserPoolClient(this, 'Client', {
      userPool: pool,
      // A public client: the code that a browser brings back is useless without the verifier kept on our side (PKCE).
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${this.origin}/sign-in/return`],
        logoutUrls: [`${this.origin}/sign-in`],
      },
    });
    named(client, 'ConsoleClient');
    const { READ, WRITE, FLOWS } = CLIENT;
    Object.assign(client.node.defaultChild as CfnUserPoolClient, {
      explicitAuthFlows: FLOWS,
      readAttributes: READ,
      writeAttributes: WRITE,
    });
    return client;
  }
}
