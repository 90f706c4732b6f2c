import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ManagedLoginVersion,
  Mfa,
  type PasswordPolicy,
  type UserInvitationConfig,
  UserPool,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { INVITATION_DAYS } from '../functions/domain/account.ts';
import { named } from './named.ts';
import type { Settings } from './settings.ts';

const PASSWORDS: PasswordPolicy = {
  minLength: 14,
  requireDigits: true,
  requireLowercase: true,
  requireUppercase: true,
  requireSymbols: true,
  tempPasswordValidity: Duration.days(INVITATION_DAYS),
};

/**
 * The accounts of the console's people, where no provider of the court is configured. Operations staff invite each of them
 * in the console; no one can sign up.
 */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { name, consoleDomain, ...groups }: Settings) {
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
      userInvitation: invitationTo(consoleDomain),
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

/** Cognito emails it, with the sign-in id and a password for once. Without a host name of its own, the console's isn't known here. */
function invitationTo(consoleDomain: string | null): UserInvitationConfig {
  const where = consoleDomain
    ? `Sign in at https://${consoleDomain}`
    : 'Sign in at the address of the console that your administrator gives you';
  return {
    emailSubject: 'Your invitation to Crier',
    emailBody: [
      'You have been invited to Crier, which sends the court’s emails to its filers.',
      'Your sign-in id: {username}',
      'Your temporary password: {####}',
      `${where}. The password is good for ${INVITATION_DAYS} days; you will choose your own and set up an authenticator app.`,
      'If you didn’t expect this, ignore it and tell your administrator.',
    ].join('<br><br>'),
  };
}
