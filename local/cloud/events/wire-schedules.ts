import * as z from 'zod';
import type { Template } from '../template/template.ts';
import type { Scheduler } from './scheduler.ts';

const scheduleSchema = z.object({
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().exactOptional(),
  FlexibleTimeWindow: z.object({ Mode: z.string() }),
  State: z.string().exactOptional(),
  Description: z.string().exactOptional(),
  Target: z.object({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().exactOptional(),
    DeadLetterConfig: z.object({ Arn: z.string() }).exactOptional(),
    RetryPolicy: z
      .object({
        MaximumRetryAttempts: z.number().exactOptional(),
        MaximumEventAgeInSeconds: z.number().exactOptional(),
      })
      .exactOptional(),
  }),
});

/** Makes the template's own groups and schedules. @throws Error when an expression can't be read. */
export function wireSchedules(template: Template, scheduler: Scheduler): void {
  for (const { name } of template.ofType('AWS::Scheduler::ScheduleGroup')) scheduler.groups.add(name);
  for (const { name, properties } of template.ofType('AWS::Scheduler::Schedule')) {
    const { GroupName, ...input } = scheduleSchema.parse(properties);
    scheduler.put(GroupName, name, input);
  }
}
