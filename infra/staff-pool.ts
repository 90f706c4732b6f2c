import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ManagedLoginVersion,
  Mfa,
  type PasswordPolicy,
  UserPool,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { named } from './named.ts';
import type { Settings } from './settings.ts';

const PASSWORDS: PasswordPolicy = {
  minLength: 14,
  requireDigits: true,
  requireLowercase: true,
  requireUppercase: true,
  requireSymbols: true,
  tempPasswordValidity: Duration.days(3),
};

/**
 * The accounts of clerks and operations staff, where no provider of the court is configured. An administrator makes
 * every account; no one can sign up.
 */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { name, ...groups }: Settings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `crier-${name}`,
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      standardAttributes: {
        fullname: { required: true, mutable: true },
        email: { required: true, mutable: true },
      },
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: PASSWORDS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    named(this.pool, 'StaffPool');
    this.addGroups(groups);
    // Must be unique in the region across all accounts, so it contains the account's id.
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `crier-${name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.CLASSIC_HOSTED_UI,
    });
  }

  private addGroups({
    clerkGroup,
    approverGroup,
    opsGroup,
    viewerGroup,
  }: Pick<Settings, 'clerkGroup' | 'approverGroup' | 'opsGroup' | 'viewerGroup'>): void {
    for (const [groupId, groupName, description] of [
      ['ClerkGroup', clerkGroup, 'Clerks: upload, release, and all that operations may'],
      ['ApproverGroup', approverGroup, 'Approvers: see everything, release and approve'],
      ['OpsGroup', opsGroup, 'Operations: see everything, hold and retry'],
      ['ViewerGroup', viewerGroup, 'Viewers: see everything, change nothing'],
    ] as const) {
      const group = new CfnUserPoolGroup(this, groupId, {
        userPoolId: this.pool.userPoolId,
        groupName,
        description,
      });
      group.overrideLogicalId(groupId);
    }
  }
}
