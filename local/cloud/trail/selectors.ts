import * as z from 'zod';
import type { Template } from '../template/template.ts';

/** What the selectors of a trail look at in a data event. */
export interface DataEvent {
  readonly readOnly: boolean;
  /** Of the resource that the selector is about. */
  readonly type: 'AWS::S3::Object' | 'AWS::Lambda::Function';
  readonly arn: string;
}

const fieldSchema = z.strictObject({
  Field: z.enum(['eventCategory', 'resources.type', 'resources.ARN', 'readOnly']),
  Equals: z.array(z.string()).optional(),
  StartsWith: z.array(z.string()).optional(),
});
type Field = z.infer<typeof fieldSchema>;
const trailSchema = z.object({
  IsLogging: z.boolean(),
  AdvancedEventSelectors: z.array(z.object({ FieldSelectors: z.array(fieldSchema) })),
});

/**
 * Whether a trail of the template logs an event: by one of its selectors, all fields of which match.
 * @throws ZodError if a selector isn't known here
 */
export function trailsOf(template: Template): (event: DataEvent) => boolean {
  const trails = template
    .ofType('AWS::CloudTrail::Trail')
    .map(({ properties }) => trailSchema.parse(properties));
  const selectors = trails
    .filter(({ IsLogging }) => IsLogging)
    .flatMap(({ AdvancedEventSelectors }) => AdvancedEventSelectors);
  return (event) =>
    selectors.some(({ FieldSelectors }) => FieldSelectors.every((field) => isOf(field, event)));
}

function isOf({ Field, Equals = [], StartsWith = [] }: Field, event: DataEvent): boolean {
  const value = fieldValue(Field, event);
  return Equals.includes(value) || StartsWith.some((prefix) => value.startsWith(prefix));
}

function fieldValue(field: Field['Field'], { readOnly, type, arn }: DataEvent): string {
  switch (field) {
    case 'eventCategory':
      return 'Data';
    case 'readOnly':
      return String(readOnly);
    case 'resources.type':
      return type;
    case 'resources.ARN':
      return arn;
  }
}
