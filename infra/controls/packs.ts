import { CfnResource, type IPolicyValidationPlugin, type PolicyViolation, Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import type { Exception } from './exception.ts';
import { EXCEPTIONS } from './exceptions.ts';

/** The packs of rules that every template is held to. */
export function rulePacks(): NagPack[] {
  return [new AwsSolutionsChecks(), new NIST80053R5Checks(), new ServerlessChecks()];
}

/** A rule that a resource breaks. */
export interface Finding {
  /** `AwsSolutions-IAM5` */
  readonly rule: string;
  /** What the finding is about; empty for a rule that doesn't name it. */
  readonly about: string;
  readonly type: string;
  /** The resource's id in the template. */
  readonly id: string;
}

/** Whether an exception is about a finding. */
function holdsFor({ rules, finding, type, ids }: Exception, found: Finding): boolean {
  const isAbout = finding ? finding.test(found.about) : found.about === '';
  return rules.includes(found.rule) && isAbout && type === found.type && (ids?.test(found.id) ?? true);
}

/**
 * Packs for CDK's validation that leave out what an exception holds for.
 * @param onExcepted Hears of each exception that was needed.
 */
export function checks(onExcepted?: (exception: Exception) => void): IPolicyValidationPlugin[] {
  return rulePacks().map((pack) => ({
    name: pack.name,
    validate: ({ appConstruct }) => {
      const { violations } = pack.validateScope(appConstruct);
      const left = violations.flatMap((violation) =>
        withoutExcepted(violation, { appConstruct, onExcepted }),
      );
      return { success: left.length === 0, violations: left };
    },
  }));
}

function withoutExcepted(
  violation: PolicyViolation,
  {
    appConstruct,
    onExcepted,
  }: { appConstruct: IConstruct; onExcepted: ((one: Exception) => void) | undefined },
): PolicyViolation[] {
  const violatingResources = violation.violatingResources.filter(({ constructPath = '' }) => {
    const found = findingOf(violation.ruleName, resourceAt(constructPath, appConstruct));
    const exception = EXCEPTIONS.find((one) => holdsFor(one, found));
    if (exception) onExcepted?.(exception);
    return !exception;
  });
  return violatingResources.length > 0 ? [{ ...violation, violatingResources }] : [];
}

function findingOf(ruleName: string, resource: CfnResource): Finding {
  const [, rule = ruleName, about = ''] = /^([^[]+)\[(.*)\]$/s.exec(ruleName) ?? [];
  const id = String(Stack.of(resource).resolve(resource.logicalId));
  return { rule, about, type: resource.cfnResourceType, id };
}

function resourceAt(path: string, app: IConstruct): CfnResource {
  const found = path.split('/').reduce((scope, id) => scope.node.findChild(id), app);
  if (CfnResource.isCfnResource(found)) return found;
  throw new Error(`Cannot check ${path} because it must be a resource`);
}
