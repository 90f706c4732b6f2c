import {
  type CloudFormationClient,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { ask, said } from './ask.ts';
import type { Template, Templates } from './compare-templates.ts';
import type { Asked, DeployedStacks } from './facts.ts';

/** What CloudFormation says about a launch's two stacks. */
export function deployedStacks(client: CloudFormationClient, launch: string): Promise<Asked<DeployedStacks>> {
  return ask(async () => {
    const data = await stackNamed(client, `crier-${launch}-data`);
    const pipeline = await stackNamed(client, `crier-${launch}-pipeline`);
    const output = (key: string) =>
      pipeline?.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? null;
    const at = pipeline?.LastUpdatedTime ?? pipeline?.CreationTime;
    return {
      data: data?.StackStatus ?? null,
      pipeline: pipeline?.StackStatus ?? null,
      deployedAt: at?.toISOString() ?? null,
      consoleAddress: output('ConsoleAddress'),
      topic: output('AlarmTopicArn'),
      startPhase: pipeline ? await startPhaseOf(client, pipeline.StackName!) : null,
    };
  });
}

/** The part of the stacks that other questions are about. */
export function partOf(stacks: Asked<DeployedStacks>, part: 'topic' | 'consoleAddress'): Asked<string> {
  if (!stacks.known) return { known: false, why: `the stacks couldn’t be read (${stacks.why})` };
  const value = stacks.value[part];
  return value === null
    ? { known: false, why: 'the stack has no output that names it' }
    : { known: true, value };
}

/** The templates that the two stacks were deployed from; the parts of a stack that isn't there are none. */
export function deployedTemplates(client: CloudFormationClient, launch: string): Promise<Asked<Templates>> {
  return ask(async () => ({
    data: await templateOf(client, `crier-${launch}-data`),
    pipeline: await templateOf(client, `crier-${launch}-pipeline`),
  }));
}

async function templateOf(client: CloudFormationClient, StackName: string): Promise<Template> {
  const command = new GetTemplateCommand({ StackName, TemplateStage: 'Original' });
  const answer = await unlessGone(client.send(command));
  return answer ? JSON.parse(said(answer.TemplateBody, 'TemplateBody')) : { Resources: {} };
}

async function stackNamed(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  return (await unlessGone(client.send(new DescribeStacksCommand({ StackName: name }))))?.Stacks?.[0];
}

async function startPhaseOf(client: CloudFormationClient, StackName: string): Promise<string | null> {
  const command = new DescribeStackResourceCommand({ StackName, LogicalResourceId: 'StartPhase' });
  const answer = await unlessGone(client.send(command));
  return answer?.StackResourceDetail?.PhysicalResourceId ?? null;
}

/** CloudFormation has no error of its own for what isn't there, only a sentence. */
async function unlessGone<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (/does not exist/.test((error as Error).message)) return null;
    throw error;
  }
}
