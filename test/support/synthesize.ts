import { type AppOptions, createApp } from '../../infra/crier-app.ts';

/** A resource of a template, as far as the tests look into it. */
export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the type; each test knows the part it reads
  readonly Properties: any;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { Name: string } }>>;
}

export interface Synthesized {
  readonly data: Template;
  readonly pipeline: Template;
}

/** The launch of most tests, whatever the campaign. */
const LAUNCH = { name: 'nysb-2018', sender: 'nysb.uscourts.gov' };

/** The templates of a launch, without bundles and without checks. */
export function synthesize(options: AppOptions = {}): Synthesized {
  const { stacks } = createApp({ bundle: false, check: false, ...LAUNCH, ...options }).synth();
  const template = (id: string): Template => stacks.find((stack) => stack.id === id)!.template;
  return { data: template('Data'), pipeline: template('Pipeline') };
}

/** The resources of a type, by id. */
export function resourcesOf({ Resources }: Template, type: string): [id: string, resource: Resource][] {
  return Object.entries(Resources).filter(([, { Type }]) => Type === type);
}

export function resourceOf({ Resources }: Template, id: string): Resource {
  const found = Resources[id];
  if (!found) throw new Error(`Cannot find ${id} in the template`);
  return found;
}

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What the role of a function may do. */
export function statementsOf(template: Template, functionId: string): Statement[] {
  const role = template.Resources[functionId]!.Properties.Role['Fn::GetAtt'][0];
  return statementsOfRole(template, role);
}

export function statementsOfRole(template: Template, role: string): Statement[] {
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties.Roles) === JSON.stringify([{ Ref: role }]))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

export function listOf<Item>(value: Item | readonly Item[]): readonly Item[] {
  return Array.isArray(value) ? value : [value as Item];
}

/** The text of a value of the template, references as `<id.attribute>`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', ''] as const] = Object.entries(value as Record<string, unknown>);
  if (name === 'Fn::Join') {
    const [glue, parts] = inner as [string, unknown[]];
    return parts.map(textOf).join(glue);
  }
  return `<${[inner].flat().map(String).join('.')}>`;
}
